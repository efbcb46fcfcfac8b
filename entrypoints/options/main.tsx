import { showPage } from '../popup/show-page';
import { App } from './App';

await showPage(App, 'options.title');
