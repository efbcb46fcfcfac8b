import { App } from './App';
import { mountPage } from '@/components/mountPage';

mountPage(<App />);
