import type { ModuleName } from './world/types';

/** What one API call did to one record that it succeeded on; what `World` was told to change is not among these. */
export interface LoggedTagChange {
  /** The fake's time. */
  at: number;
  /** `number` of the call among the logged requests. */
  requestNumber: number;
  zgid: string;
  module: ModuleName;
  id: string;
  /** Both empty where the record had nothing to change. */
  removed: string[];
  added: string[];
}
