import type { ComponentProfile } from '../selectors';

/** What a list component says is selected, over all pages of its list. Untrusted: the page's own code answers. */
export interface ComponentList {
  /** The value of the list's attribute that names the module. */
  module: string;
  /** Empty where the component tells nothing. */
  ids: string[];
}

/**
 * Asks the components of the page's lists, in their order, for their selected ids: the one place that knows of records that are ticked on another page of the list, or scrolled away (source: crux,
 * `cxPropSelectedIds` by `getData` or in `component.data`). It runs in the page's own world, so it may use
 * nothing but its arguments, and whatever the page does to it ends in fewer ids, never in an error.
 */
export function readComponents(profiles: readonly ComponentProfile[], limit: number): ComponentList[] {
  const property = 'cxPropSelectedIds';
  interface CruxElement extends Element {
    getData?: (name: string) => unknown;
    component?: { data?: Record<string, unknown> };
  }
  const lists: ComponentList[] = [];
  try {
    const selector = profiles.map(({ list }) => list).join(', ');
    for (const element of document.querySelectorAll<CruxElement>(selector)) {
      const answer: ComponentList = { module: '', ids: [] };
      lists.push(answer);
      try {
        const profile = profiles.find(({ list }) => element.matches(list));
        answer.module = element.getAttribute(profile?.moduleAttribute ?? '') ?? '';
        const told = element.getData?.(property) ?? element.component?.data?.[property];
        if (!Array.isArray(told)) continue;
        answer.ids = told.slice(0, limit).filter((id): id is string => typeof id === 'string');
      } catch {
        // A component that throws tells nothing; the rows that are drawn are read all the same.
      }
    }
  } catch {
    // The page has bent its own world: what was told until then is all there is.
  }
  return lists;
}
