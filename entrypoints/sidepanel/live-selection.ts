import { explain } from '@/lib/bigin/errors/explain';
import type { SelectionsRead } from '../popup/queries';

/** What is there on the page: a selection, or why there is none. */
export type PageSelection = { read: SelectionsRead } | { error: unknown };

export interface LiveSelectionOptions {
  /** Asks the page. */
  read: () => Promise<PageSelection>;
  /** What is shown now; `undefined` where nothing has been read yet. */
  shown: () => PageSelection | undefined;
  /** Reads what belongs to a selection, so that all of it can be shown at once. What it throws ends it. */
  prepare: (selection: PageSelection, signal: AbortSignal) => Promise<void>;
  show: (selection: PageSelection) => void;
  /** Whether what is shown is about to give way to another selection. */
  onChanging: (isChanging: boolean) => void;
}

/**
 * Follows the selection of a page that changes under the user's hand. The page is asked as often as it changes, one
 * question at a time; a new selection is prepared while the old one stays in view, and is given up for a newer one.
 */
export class LiveSelection {
  readonly #options: LiveSelectionOptions;
  #isDue = false;
  #isReading = false;
  #isOver = false;
  /** What is being prepared. */
  #next: { key: string; abort: AbortController } | undefined;

  constructor(options: LiveSelectionOptions) {
    this.#options = options;
  }

  /** The page may have another selection by now. */
  change(): void {
    this.#isDue = true;
    if (!this.#isReading) void this.#readAll();
  }

  /** Asks the page now; whether a selection is still what it has. */
  async isCurrent(isSame: (selection: PageSelection) => boolean): Promise<boolean> {
    const selection = await this.#options.read();
    if (!this.#isOver) this.#consider(selection);
    return isSame(selection);
  }

  end(): void {
    this.#isOver = true;
    this.#next?.abort.abort();
  }

  async #readAll(): Promise<void> {
    this.#isReading = true;
    while (this.#isDue && !this.#isOver) {
      this.#isDue = false;
      const selection = await this.#options.read();
      if (!this.#isOver) this.#consider(selection);
    }
    this.#isReading = false;
  }

  #consider(selection: PageSelection): void {
    const { shown, show, onChanging } = this.#options;
    const key = nameOf(selection);
    if (key === this.#next?.key) return;
    this.#next?.abort.abort();
    this.#next = undefined;
    const before = shown();
    const keyBefore = before && nameOf(before);
    if (keyBefore !== undefined && keyBefore !== key) {
      onChanging(true);
      void this.#prepare(selection, key, keyBefore);
      return;
    }
    if (!before) show(selection);
    onChanging(false);
  }

  async #prepare(selection: PageSelection, key: string, keyBefore: string): Promise<void> {
    const { prepare, shown, show, onChanging } = this.#options;
    const next = { key, abort: new AbortController() };
    this.#next = next;
    // What could not be read tells so itself where it is shown.
    await prepare(selection, next.abort.signal).catch(() => undefined);
    if (this.#next !== next || this.#isOver) return;
    this.#next = undefined;
    const now = shown();
    // The user may have given other records meanwhile.
    if (now && nameOf(now) === keyBefore) show(selection);
    else this.change();
    onChanging(false);
  }
}

/** The same for what would be shown the same: the same records, whatever their order, and the same doubts. */
function nameOf(selection: PageSelection): string {
  if ('error' in selection) return JSON.stringify(explain(selection.error));
  const { selections, byModule } = selection.read;
  return JSON.stringify({ ...selections, byModule: byModule.map(({ key }) => key) });
}
