import { connectionStates } from './connection-states';
import { doubtfulStates } from './doubtful-states';
import { givenStates } from './given-states';
import { historyStates } from './history-states';
import { jobStates } from './job-states';
import { pageStates } from './page-states';
import { passingStates } from './passing-states';
import { popupStates } from './popup-states';
import { sidePanelStates } from './side-panel-states';
import type { State } from './state';

export type { State };

/** Every page of ours in every state that its user can see. */
export const states: State[] = [
  ...popupStates,
  ...connectionStates,
  ...doubtfulStates,
  ...givenStates,
  ...jobStates,
  ...sidePanelStates,
  ...pageStates,
  ...historyStates,
  ...passingStates,
];
