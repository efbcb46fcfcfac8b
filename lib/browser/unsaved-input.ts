/**
 * Put into a page: when it was loaded, and the names of fields that hold input which a reload loses. Search fields are
 * not counted, nor the tick boxes of lists.
 */
export function unsavedInput(): { loadedAt: number; unsaved: string[] } {
  const most = 5;
  const fields =
    'input, textarea, select, [contenteditable=""], [contenteditable="true"], [contenteditable="plaintext-only"]';
  const searches =
    '[type="search"], [role="search"] *, [role="searchbox"], [class*="search" i], [id*="search" i]';
  const lists = 'table, [role="grid"], [role="row"], [role="listbox"], [role="navigation"], nav';
  const forms = 'form, dialog, [role="dialog"], [role="form"]';

  const isChanged = (field: Element): boolean => {
    if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue;
    if (field instanceof HTMLInputElement) {
      if (['hidden', 'submit', 'button', 'reset', 'image'].includes(field.type)) return false;
      if (field.type === 'checkbox' || field.type === 'radio') {
        return field.closest(forms) !== null && field.checked !== field.defaultChecked;
      }
      return field.value !== field.defaultValue;
    }
    if (field instanceof HTMLSelectElement) {
      // Outside of a form, it chooses what the page shows.
      const first = Math.max(
        0,
        [...field.options].findIndex((option) => option.defaultSelected),
      );
      return field.closest(forms) !== null && !field.multiple && field.selectedIndex !== first;
    }
    return field.textContent.trim() !== '';
  };
  const nameOf = (field: Element): string => {
    const labels =
      'labels' in field ? [...((field.labels as NodeListOf<HTMLLabelElement> | null) ?? [])] : [];
    const names = [
      field.getAttribute('aria-label'),
      labels.map(({ textContent }) => textContent).join(' '),
      field.getAttribute('placeholder'),
      field.getAttribute('name'),
    ];
    const name = names.find((each) => each?.trim()) ?? '…';
    return name.replaceAll(/\s+/g, ' ').trim().slice(0, 60);
  };

  const unsaved = [...document.querySelectorAll(fields)].filter((field) => {
    const isTick = field.matches('[type="checkbox"], [type="radio"]') && field.closest(lists) !== null;
    const isVisible = field.checkVisibility({ visibilityProperty: true });
    return isVisible && !isTick && !field.matches(searches) && isChanged(field);
  });
  return { loadedAt: performance.timeOrigin, unsaved: unsaved.slice(0, most).map(nameOf) };
}
