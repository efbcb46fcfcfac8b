import { mountPage } from '@/components/mountPage';
import { setUpPage } from '@/lib/browser/set-up-page';
import './sidepanel.css';
import { App } from './App';

await setUpPage('app.name');
mountPage(App);
