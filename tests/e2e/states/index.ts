import { doubtfulStates } from './doubtful-states';
import { jobStates } from './job-states';
import { pageStates } from './page-states';
import { popupStates } from './popup-states';
import { sidePanelStates } from './side-panel-states';
import type { State } from './state';

export type { State };

/** Every page of ours in every state that its user can see. */
export const states: State[] = [
  ...popupStates,
  ...doubtfulStates,
  ...jobStates,
  ...sidePanelStates,
  ...pageStates,
];
