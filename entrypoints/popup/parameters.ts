/** What the popup's address says that it was opened for. */

const parameters = () => new URLSearchParams(location.search);

/** The link whose record it is about, in place of what the tab's page or the user names. */
export function linkParameter(): string | undefined {
  return parameters().get('link') ?? undefined;
}

/** What the user gives takes the place of the link that the popup was opened on. */
export function leaveLink(): void {
  const rest = parameters();
  rest.delete('link');
  history.replaceState(null, '', `?${rest}`);
}

/** Tags that the popup was opened to remove. */
export function chooseParameter(): string[] {
  return parameters().getAll('choose');
}

/** The tab that it is for. */
export function namedTab(): number | undefined {
  return numberIn('tab');
}

/** The window whose active tab it is for. */
export function namedWindow(): number | undefined {
  return numberIn('window');
}

function numberIn(parameter: string): number | undefined {
  const text = parameters().get(parameter) ?? '';
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}
