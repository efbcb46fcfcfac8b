/** What a list component says is selected, over all pages of its list. Untrusted: the page's own code answers. */
export interface ComponentList {
  /** The value of the table's attribute that names the module. */
  module: string;
  ids: string[];
}

/**
 * Asks the page's list components for their selected ids: the one place that knows of records that are ticked
 * on another page of the list, or scrolled away (source: crux, `cxPropSelectedIds` by `getData` or in
 * `component.data`). It runs in the page's own world, so it may use nothing but its arguments, and whatever the
 * page does to it ends in fewer ids, never in an error.
 */
export function readComponents(table: string, moduleAttribute: string, limit: number): ComponentList[] {
  const property = 'cxPropSelectedIds';
  interface CruxElement extends Element {
    getData?: (name: string) => unknown;
    component?: { data?: Record<string, unknown> };
  }
  const lists: ComponentList[] = [];
  for (const element of document.querySelectorAll<CruxElement>(table)) {
    try {
      if (!(element.checkVisibility?.() ?? true)) continue;
      const told = element.getData?.(property) ?? element.component?.data?.[property];
      if (!Array.isArray(told)) continue;
      const ids = told.slice(0, limit).filter((id): id is string => typeof id === 'string');
      lists.push({ module: element.getAttribute(moduleAttribute) ?? '', ids });
    } catch {
      // A component that throws tells nothing; the rows that are drawn are read all the same.
    }
  }
  return lists;
}
