import { parsePageUrl } from '@/lib/bigin/page-url';
import type { Lifetime } from './watch-selection';

/** Before a context menu opens on a link, the pointer or the focus comes to it. */
const events = ['pointerover', 'focusin'];

/**
 * Keeps the link to Bigin that the user came to last, and tells when it is of another kind than the one before: see
 * `kindOf`. What is returned says which link it is.
 */
export function watchLinks(lifetime: Lifetime, tell: () => Promise<unknown>): () => string | undefined {
  let last: string | undefined;
  const look = (event: Event) => {
    const link = event.composedPath().find((each) => each instanceof HTMLAnchorElement);
    const kind = link && kindOf(link.href);
    if (!kind) return;
    const isNew = kind !== kindOf(last ?? '');
    last = link.href;
    // Who does not hear it asks when there is a reason to.
    if (isNew && lifetime.isValid) tell().catch(() => undefined);
  };
  const { signal } = lifetime;
  for (const event of events) window.addEventListener(event, look, { capture: true, passive: true, signal });
  return () => last;
}

/** Links of one organization to records of one module are of a kind, and those that lead to no record. */
function kindOf(url: string): string | undefined {
  const page = parsePageUrl(url);
  return page && JSON.stringify([page.dataCenter, page.org, page.recordId && page.modules]);
}
