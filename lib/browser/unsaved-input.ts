/**
 * Put into each frame of a page that may be reloaded: the names of fields that hold input which is lost then, and
 * whether that is all. Search fields are not counted, nor the tick boxes of lists. What is in the fields stays there.
 */
export function unsavedInput(): { fields: string[]; isWhole: boolean } {
  const most = 5;
  const fields =
    'input, textarea, select, [contenteditable=""], [contenteditable="true"], [contenteditable="plaintext-only"]';
  const searches = '[type="search"], [role="search"] *, [role="searchbox"]';
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

  // A name tells it as a word of its own, which “research” has not.
  const isNamedSearch = (field: Element): boolean =>
    field instanceof HTMLInputElement &&
    /(?<![A-Za-z])[Ss]earch|(?<=[a-z])Search/.test(`${field.id} ${field.className}`);
  // What takes more than a line is no search.
  const isSearch = (field: Element): boolean =>
    !(field instanceof HTMLTextAreaElement) && (field.matches(searches) || isNamedSearch(field));
  const isVisible = (element: Element) => element.checkVisibility({ visibilityProperty: true });

  const unsaved = [...document.querySelectorAll(fields)].filter((field) => {
    const isTick = field.matches('[type="checkbox"], [type="radio"]') && field.closest(lists) !== null;
    return isVisible(field) && !isTick && !isSearch(field) && isChanged(field);
  });
  // Frames of other sites are passed over by the browser; those that nobody sees hold no input.
  const isClosed = (frame: HTMLIFrameElement) =>
    !frame.contentDocument && isVisible(frame) && frame.clientWidth > 1 && frame.clientHeight > 1;
  const isWhole = ![...document.querySelectorAll('iframe')].some(isClosed);
  return { fields: unsaved.slice(0, most).map(nameOf), isWhole };
}
