import { createContext, useContext } from 'react';

/** What the popup shows in place of the page's selection when the user asks for it. */
export type Panel = 'byTag' | 'paste' | 'report';

/** Opens a panel, or goes back from it. */
export const PanelContext = createContext<(panel: Panel | undefined) => void>(() => {});

export function usePanels(): (panel: Panel | undefined) => void {
  return useContext(PanelContext);
}
