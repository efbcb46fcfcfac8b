import type { Credits } from './api/credits';
import type { Grants } from './accounts/grants';
import type { Sessions } from './accounts/sessions';
import type { Behaviour } from './behaviour';
import type { Clock } from './clock';
import type { LoggedTagChange } from './tag-change-log';
import type { World } from './world/world';

/** What the fake's services share. */
export interface Parts {
  clock: Clock;
  world: World;
  behaviour: Behaviour;
  grants: Grants;
  sessions: Sessions;
  credits: Credits;
  tagChanges: LoggedTagChange[];
}
