// @vitest-environment jsdom
// @vitest-environment-options {"url": "https://bigin.zoho.com/bigin/org942010964/Home#/contacts"}
import { afterEach, beforeEach, describe, expect, it, vi, type MockInstance } from 'vitest';
import { clearSelection } from '@/lib/selection/selectors';
import { watchSelection } from '@/lib/selection/watch/watch-selection';
import { cruxMarkup } from '../../support/crux-markup';

const ids = ['7618134000000632028', '7618134000000647040', '7618134000000647041'];
const told: number[] = [];
const tell = vi.fn<(count: number) => Promise<unknown>>();
let lifetime: { signal: AbortSignal; isValid: boolean };
let end: () => void;
let observe: MockInstance;
let disconnect: MockInstance;

beforeEach(() => {
  vi.useFakeTimers();
  told.length = 0;
  tell.mockReset().mockImplementation((count) => Promise.resolve(told.push(count)));
  const ending = new AbortController();
  end = () => ending.abort();
  let isThere = true;
  lifetime = {
    signal: ending.signal,
    get isValid() {
      if (!isThere) end();
      return !ending.signal.aborted;
    },
    set isValid(value) {
      isThere = value;
    },
  };
  observe = vi.spyOn(MutationObserver.prototype, 'observe');
  disconnect = vi.spyOn(MutationObserver.prototype, 'disconnect');
  location.hash = '#/contacts';
  show('');
});

afterEach(() => {
  end();
  vi.useRealTimers();
});

/** How many elements are observed now. */
function observing(): number {
  const last = disconnect.mock.invocationCallOrder.at(-1) ?? 0;
  return observe.mock.invocationCallOrder.filter((order) => order > last).length;
}

function show(html: string): void {
  document.body.innerHTML = html;
}

/** A list with so many ticked rows, as the page would draw it again. */
function showList(ticked: number, says?: number): void {
  const rows = ids.map((id, index) => ({ id, ticked: index < ticked }));
  show(cruxMarkup({ module: 'Contacts', rows, ...(says !== undefined && { selected: `${says} selected` }) }));
}

/** Changes within the list that is there; no event tells of it. */
function tickRow(index: number, isTicked = true): void {
  const box = document.querySelectorAll('lyte-checkbox[id^="selectEntity_"]')[index];
  box?.setAttribute('aria-checked', String(isTicked));
  box?.firstElementChild?.setAttribute('class', isTicked ? 'cxListVwCustomCheckBoxChecked' : '');
}

async function seconds(count: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(count * 1_000);
}

/** Longer than a page is looked at after an event. */
const long = 10;

async function watchList(ticked = 0): Promise<void> {
  showList(ticked);
  watchSelection(lifetime, tell);
  await seconds(long);
  told.length = 0;
}

describe('watching the selection', () => {
  it('tells what is ticked already, and nothing where nothing is', async () => {
    showList(2);
    watchSelection(lifetime, tell);
    await seconds(1);
    expect(told).toEqual([2]);
  });

  it('says nothing, and observes nothing, on a page without a list', async () => {
    show('<main><input type="checkbox"></main>');
    watchSelection(lifetime, tell);
    document.querySelector('input')?.click();
    location.hash = '#/settings';
    await seconds(long);
    expect(tell).not.toHaveBeenCalled();
    expect(observing()).toBe(0);
  });

  it.each([
    ['a click', () => document.body.click()],
    ['a change', () => document.body.dispatchEvent(new Event('change', { bubbles: true }))],
    ['a key', () => document.body.dispatchEvent(new KeyboardEvent('keyup', { bubbles: true }))],
    ['another hash', () => window.dispatchEvent(new Event('hashchange'))],
    ['a step back', () => window.dispatchEvent(new Event('popstate'))],
  ])('counts after %s, on a page that had no list before', async (_, happen) => {
    watchSelection(lifetime, tell);
    await seconds(long);
    showList(2);
    await seconds(long);
    expect(told).toEqual([]);
    happen();
    await seconds(1);
    expect(told).toEqual([2]);
  });

  it('counts what is drawn some time after the event', async () => {
    watchSelection(lifetime, tell);
    await seconds(long);
    document.body.click();
    await seconds(1.2);
    showList(1);
    await seconds(1);
    expect(told).toEqual([1]);
  });

  it('sees a list change by itself, however long after the last event', async () => {
    await watchList();
    for (const index of [0, 1]) {
      tickRow(index);
      await seconds(long);
    }
    tickRow(0, false);
    await seconds(1);
    expect(told).toEqual([1, 2, 1]);
  });

  it('sees the page’s own count change by itself', async () => {
    showList(1, 5);
    watchSelection(lifetime, tell);
    await seconds(long);
    const text = document.querySelector('header span')?.firstChild;
    if (text instanceof Text) text.data = '3,000 selected';
    await seconds(1);
    expect(told).toEqual([5, 3000]);
  });

  it('sees the list go, with whatever it stands in', async () => {
    show(`<main><section></section></main>`);
    await watchList(2);
    document.body.replaceChildren();
    await seconds(1);
    expect(told).toEqual([0]);
    expect(observing()).toBe(0);
  });

  it('tells changes alone, each once', async () => {
    await watchList();
    tickRow(0);
    await seconds(1);
    for (let times = 0; times < 20; times++) {
      document.body.click();
      tickRow(1, times % 2 === 0);
      tickRow(1, false);
      await seconds(1);
    }
    expect(told).toEqual([1]);
  });

  it('counts a storm of changes a few times a second, and ends with the right number', async () => {
    await watchList();
    const query = vi.spyOn(document, 'querySelectorAll');
    for (let times = 0; times < 500; times++) {
      tickRow(times % 3, times % 2 === 0);
      document.body.click();
      await seconds(0.01);
    }
    const looks = query.mock.calls.filter(([selector]) => selector === clearSelection).length;
    await seconds(1);
    expect(looks).toBeGreaterThan(1);
    // A list without a count of the page's is read, and so asked for that count twice.
    expect(looks).toBeLessThanOrEqual(2 * (5 * 4 + 1));
    const ticked = document.querySelectorAll('lyte-checkbox[aria-checked="true"]').length;
    expect(told.at(-1)).toBe(ticked);
  });

  it('is not told of every change: one tells that there are some', async () => {
    await watchList();
    expect(observing()).toBeGreaterThan(0);
    tickRow(0);
    await seconds(0);
    expect(observing()).toBe(0);
    await seconds(1);
    expect(observing()).toBeGreaterThan(0);
  });

  it('shows each look to who wants to look along, also where the number stays', async () => {
    const looks: string[] = [];
    showList(1);
    watchSelection(lifetime, tell, () => {
      const ticked = document.querySelectorAll('[aria-checked="true"]');
      looks.push([...ticked].map(({ id }) => ids.indexOf(id.replace('selectEntity_', ''))).join());
    });
    await seconds(long);
    told.length = looks.length = 0;
    tickRow(0, false);
    tickRow(2);
    await seconds(1);
    expect(told).toEqual([]);
    expect(looks).toEqual(['2']);
  });

  it('tells again what nobody heard', async () => {
    await watchList();
    tell.mockRejectedValueOnce(new Error('Could not establish connection.'));
    tickRow(0);
    document.body.click();
    await seconds(long);
    expect(told).toEqual([1]);
  });

  it('tells again on a page that comes back from the browser’s memory', async () => {
    await watchList(2);
    const shown = new Event('pageshow');
    window.dispatchEvent(Object.assign(shown, { persisted: true }));
    await seconds(1);
    expect(told).toEqual([2]);
  });

  it.each([
    ['the extension is gone', () => (lifetime.isValid = false)],
    ['a newer content script takes over', () => end()],
  ])('ends where %s: no more counts, no listeners, no observer', async (_, happen) => {
    await watchList();
    happen();
    tickRow(0);
    await seconds(long);
    expect(tell).toHaveBeenCalledTimes(0);
    expect(observing()).toBe(0);
    document.body.click();
    window.dispatchEvent(new Event('hashchange'));
    expect(vi.getTimerCount()).toBe(0);
  });

  it.each(['class', 'checked', 'aria-checked', 'aria-selected'])(
    'looks again where the attribute “%s” alone changes in a list',
    async (name) => {
      const look = vi.fn();
      showList(1);
      watchSelection(lifetime, tell, look);
      await seconds(long);
      look.mockClear();
      document.querySelector('lyte-checkbox[id^="selectEntity_"]')?.setAttribute(name, 'another');
      await seconds(1);
      expect(look).toHaveBeenCalledTimes(1);
    },
  );

  it('looks again where something is put into a list, far from its rows too', async () => {
    const look = vi.fn();
    showList(1);
    watchSelection(lifetime, tell, look);
    await seconds(long);
    look.mockClear();
    document.querySelector('lyte-checkbox[id^="selectEntity_"]')?.append(document.createElement('i'));
    await seconds(1);
    expect(look).toHaveBeenCalledTimes(1);
  });

  it('leaves nothing behind when it ends: no observer, no timer', async () => {
    await watchList(1);
    expect(observing()).toBeGreaterThan(0);
    document.body.click();
    end();
    expect(observing()).toBe(0);
    // But for the look that was asked for already, which then comes to nothing.
    await seconds(1);
    expect(vi.getTimerCount()).toBe(0);
  });
});
