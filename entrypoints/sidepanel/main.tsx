import { mountPage } from '@/components/mountPage';
import { createQueryClient } from '@/components/query-client';
import { followWorker } from '../popup/follow-worker';
import { setUpPage } from '@/lib/browser/set-up-page';
import './sidepanel.css';
import { App } from './App';

const queryClient = createQueryClient();
followWorker(queryClient);
await setUpPage('app.name');
mountPage(App, queryClient);
