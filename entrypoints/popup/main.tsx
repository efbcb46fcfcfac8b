import { createQueryClient } from '@/components/query-client';
import { App } from './App';
import { askAhead } from './ask-ahead';
import { keepFitting } from './fit-screen';
import { followWorker } from './follow-worker';
import { showPage } from './show-page';

const queryClient = createQueryClient();
keepFitting();
followWorker(queryClient);
void askAhead(queryClient).catch(() => undefined);
await showPage(App, 'app.name', queryClient);
