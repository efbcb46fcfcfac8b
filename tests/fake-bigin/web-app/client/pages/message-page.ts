import { el } from '../dom';
import { DataError } from '../data';
import { messages } from '../language/language';

export function showMessage(main: HTMLElement, text: string): void {
  main.replaceChildren(el('p', { class: 'pageMessage', role: 'status' }, text));
}

/** Says it on the page when a page, or a part of its work, fails; a mistake of our own is thrown on. */
export async function orMessage(main: HTMLElement, gone: AbortSignal, work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!gone.aborted) showMessage(main, failureText(error));
    if (!(error instanceof DataError)) throw error;
  }
}

function failureText(error: unknown): string {
  const status = error instanceof DataError ? error.status : 0;
  if (status === 403) return messages.forbidden;
  return status === 404 ? messages.notFound : messages.failed;
}
