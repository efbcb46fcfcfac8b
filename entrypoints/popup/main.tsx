import { createQueryClient } from '@/components/query-client';
import { App } from './App';
import { askAhead } from './ask-ahead';
import { followWorker } from './follow-worker';
import { showPage } from './show-page';

const queryClient = createQueryClient();
followWorker(queryClient);
void askAhead(queryClient).catch(() => undefined);
await showPage(App, 'app.name', queryClient);
