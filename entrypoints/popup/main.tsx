import { createQueryClient } from '@/components/query-client';
import { App } from './App';
import { askAhead } from './ask-ahead';
import { keepFitting } from './fit-screen';
import { followWorker } from './follow-worker';
import { isInWindow } from './parameters';
import { showPage } from './show-page';

const queryClient = createQueryClient();
keepFitting();
followWorker(queryClient);
void askAhead(queryClient).catch(() => undefined);
const View = isInWindow() ? (await import('../sidepanel/App')).App : App;
await showPage(View, 'app.name', queryClient);
