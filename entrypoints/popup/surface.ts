import { createContext, use, type ComponentType } from 'react';
import type { PopupTab } from './queries';

/** How what is shown stands to the page's selection. */
export interface Following {
  /** The page has another selection by now, which is about to be shown. */
  isChanging: boolean;
  /** Throws `selectionChanged` unless the selection of this key is still there. */
  requireCurrent: (key: string) => Promise<void>;
}

export interface AboveProps {
  tab: PopupTab | undefined;
}

/** What is particular to a page that shows the app. */
export interface Surface {
  /** Whether it stays open while the user works in Bigin's page. */
  isLive: boolean;
  following: Following;
  /** What stands above the choice of tags, or above what stands in its way. */
  Above: ComponentType<AboveProps>;
}

/** The toolbar's popup is gone with the first click into the page: its selection stays as it was read. */
const popup: Surface = {
  isLive: false,
  following: { isChanging: false, requireCurrent: () => Promise.resolve() },
  Above: () => null,
};

export const SurfaceContext = createContext(popup);

export function useSurface(): Surface {
  return use(SurfaceContext);
}
