/** Whether an element is drawn. `checkVisibility` is missing where no layout is computed. */
export function isShown(element: Element): boolean {
  return element.checkVisibility?.() ?? true;
}
