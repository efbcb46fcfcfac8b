import type { ModuleName } from '../../world/types';
import type { ListModule } from '../wire/messages';
import { wordOf } from '../wire/module-words';
import { boot } from './boot';

/** Empty on the app's own page, so that a link there changes the hash alone. */
const home = location.pathname.endsWith('/Home') ? '' : `/bigin/org${boot.zgid}/Home${location.search}`;

export const listLink = (module: ListModule, cvid?: string) =>
  `${home}#/${wordOf[module]}${cvid === undefined ? '' : `?cvid=${cvid}`}`;
export const recordLink = (module: ListModule, id: string, section?: string) =>
  `${home}#/${wordOf[module]}/${id}${section === undefined ? '' : `?section=${section}`}`;
export const olderRecordLink = (module: ModuleName, id: string) => `/crm/org${boot.zgid}/tab/${module}/${id}`;
export const boardLink = (pipeline?: string) =>
  `${home}#/deals/kanban${pipeline === undefined ? '' : `/${pipeline}`}`;
export const searchLink = (word: string) => `${home}#/search?${new URLSearchParams({ word })}`;
export const settingsLink = () => `${home}#/settings`;
