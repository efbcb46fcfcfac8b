import { mountPage } from '@/components/mountPage';
import { setUpPage } from '@/lib/browser/set-up-page';
import { App } from './App';

await setUpPage('welcome.title');
mountPage(App);
