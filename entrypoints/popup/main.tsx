import { mountPage } from '@/components/mountPage';
import { createQueryClient } from '@/components/query-client';
import { setUpPage } from '@/lib/browser/set-up-page';
import './popup.css';
import { App } from './App';
import { askAhead } from './ask-ahead';
import { followWorker } from './follow-worker';

const queryClient = createQueryClient();
followWorker(queryClient);
void askAhead(queryClient).catch(() => undefined);
await setUpPage('app.name');
mountPage(App, queryClient);
