/** What the popup's address says that it was opened for. */

const parameters = () => new URLSearchParams(location.search);

/** The link whose record it is about, in place of what the tab's page or the user names. */
export function linkParameter(): string | undefined {
  return parameters().get('link') || undefined;
}

/** What the user gives takes the place of the link that the popup was opened on. */
export function leaveLink(): void {
  leave('link');
}

/** Tags that the popup was opened to remove. */
export function chooseParameter(): string[] {
  return parameters().getAll('choose');
}

/** What the popup was opened to remove is on its way. */
export function leaveChosen(): void {
  leave('choose');
}

/** Whether it was opened by a press on a menu or a key for what it shows, and not for whatever was left in it. */
export function isOpenedFor(): boolean {
  return ['link', 'choose'].some((name) => parameters().has(name));
}

/** Whether it is in a window that stays open while the user works in Bigin's page. */
export function isInWindow(): boolean {
  return parameters().has('live');
}

/** The tab that it is for. */
export function namedTab(): number | undefined {
  return numberIn('tab');
}

/** The window whose active tab it is for. */
export function namedWindow(): number | undefined {
  return numberIn('window');
}

function leave(parameter: string): void {
  const rest = parameters();
  rest.delete(parameter);
  history.replaceState(null, '', `?${rest}`);
}

function numberIn(parameter: string): number | undefined {
  const text = parameters().get(parameter) ?? '';
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}
