import type { Page } from '@playwright/test';

/** How an opening went, in milliseconds since its navigation began. */
export interface Opening {
  /** The first tag can be chosen, and is painted. */
  usable: number;
  firstPaint: number;
  /** Something stood in for the tags at some moment. */
  hadSkeleton: boolean;
}

interface Noted {
  usable?: number;
  hadSkeleton: boolean;
}

/**
 * To be called before the popup is loaded. The first box that can be ticked is seen by a MutationObserver; the next
 * animation frame paints it, and the message that is sent there comes after the painting: its time is taken.
 */
export async function watchOpening(popup: Page): Promise<void> {
  await popup.addInitScript(() => {
    const watch = {
      noted: { hadSkeleton: false } as Noted,
      look() {
        const skeleton = document.querySelector('[class*=skeleton]');
        watch.noted.hadSkeleton ||= skeleton !== null && getComputedStyle(skeleton).opacity !== '0';
        if (watch.noted.usable === undefined) requestAnimationFrame(() => watch.look());
      },
      note() {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () => (watch.noted.usable = performance.now()), { once: true });
        port1.start();
        port2.postMessage(undefined);
      },
    };
    Object.assign(globalThis, { noted: watch.noted });
    requestAnimationFrame(() => watch.look());
    new MutationObserver((_, observer) => {
      if (document.querySelector('input[type=checkbox]:enabled') === null) return;
      observer.disconnect();
      requestAnimationFrame(() => watch.note());
    }).observe(document, { subtree: true, childList: true, attributeFilter: ['disabled'] });
  });
}

/** Waits until the tags are usable. */
export async function openingOf(popup: Page): Promise<Opening> {
  const opening = await popup.waitForFunction(() => {
    const { usable, hadSkeleton } = (globalThis as unknown as { noted: Noted }).noted;
    const [paint] = performance.getEntriesByName('first-contentful-paint');
    if (usable === undefined || !paint) return undefined;
    // Tags that came with the first frame were on the screen when that was.
    return { usable: Math.max(usable, paint.startTime), firstPaint: paint.startTime, hadSkeleton };
  });
  return (await opening.jsonValue()) as Opening;
}

/** When something was first to be seen on a page, in milliseconds since its navigation began. */
export async function firstPaintOf(page: Page): Promise<number> {
  const painted = await page.waitForFunction(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
  );
  return (await painted.jsonValue()) ?? 0;
}
