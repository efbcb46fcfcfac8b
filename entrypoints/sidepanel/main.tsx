import { createQueryClient } from '@/components/query-client';
import { followWorker } from '../popup/follow-worker';
import { showPage } from '../popup/show-page';
import './sidepanel.css';
import { App } from './App';

const queryClient = createQueryClient();
followWorker(queryClient);
await showPage(App, 'app.name', queryClient);
