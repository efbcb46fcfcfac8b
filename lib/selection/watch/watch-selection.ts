import { lookAtPage } from './look-at-page';
import { Pace } from './pace';

/** What says that the selection, or the page, may have changed. */
const events = ['click', 'change', 'keyup', 'hashchange', 'popstate'];

/** Milliseconds after such an event that the page is looked at again: it may still be loading what it will show. */
const laterLooks = [500, 1_500, 4_000];

/** What can change in a place where records are selected: rows, their boxes, and the page's count. */
const whatChanges: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributeFilter: ['class', 'checked', 'aria-checked', 'aria-selected'],
};

/** How long the watch lasts: a content script's context. */
export interface Lifetime {
  /** Ends the watch. */
  readonly signal: AbortSignal;
  /** Whether the extension is still there; it fires the signal where it is not. */
  readonly isValid: boolean;
}

/**
 * Tells how many records are selected in this window's page, whenever that changes; it takes the number to be 0
 * at first. The page pays next to nothing for it: see `Pace`, and lists are observed only from one count to the
 * first change after it. `onLook` is called with each look at the page, whatever it finds; its time counts as the
 * look's.
 */
export function watchSelection(
  lifetime: Lifetime,
  tell: (count: number) => Promise<unknown>,
  onLook?: () => void,
): void {
  const { signal } = lifetime;
  let told: number | undefined = 0;
  let timers: ReturnType<typeof setTimeout>[] = [];

  const pace = new Pace(() => {
    if (!lifetime.isValid) return;
    const { count, places } = lookAtPage(document, location.href);
    observe(observer, places);
    onLook?.();
    if (count === told) return;
    told = count;
    // Nobody heard it, so it is told again with the next count.
    tell(count).catch(() => (told = undefined));
  });
  const observer = new MutationObserver(() => {
    observer.disconnect();
    pace.ask();
  });

  const look = () => {
    pace.ask();
    timers.forEach(clearTimeout);
    timers = laterLooks.map((wait) => setTimeout(() => pace.ask(), wait));
  };

  const passively = { capture: true, passive: true, signal };
  for (const event of events) window.addEventListener(event, look, passively);
  // A page that comes back from the browser's memory has lost its badge.
  window.addEventListener(
    'pageshow',
    ({ persisted }) => {
      if (persisted) told = 0;
      look();
    },
    passively,
  );
  signal.addEventListener('abort', () => {
    observer.disconnect();
    timers.forEach(clearTimeout);
  });
  look();
}

/** Observes the places, and of what stands around them only whether it is still there. */
function observe(observer: MutationObserver, places: readonly Element[]): void {
  observer.disconnect();
  for (const place of places) {
    for (let around = place.parentElement; around; around = around.parentElement) {
      observer.observe(around, { childList: true });
    }
  }
  for (const place of places) observer.observe(place, whatChanges);
}
