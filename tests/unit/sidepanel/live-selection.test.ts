import { beforeEach, describe, expect, it, vi } from 'vitest';
import { LiveSelection, type PageSelection } from '@/entrypoints/sidepanel/live-selection';
import { ProblemError } from '@/lib/problem';
import { buildSelections } from '@/lib/selection/build-selections';

const page = { dataCenter: 'us', org: 'org1' } as const;
const idOf = (name: string) => `76181340000006320${name.charCodeAt(0)}`;

/** A selection of contacts, each with a letter for its name. */
function of(names: string): PageSelection {
  const ids = Array.from(names, idOf);
  const selections = buildSelections(page, [{ source: 'list', modules: ['Contacts'], ids }]);
  const byModule = selections.byModule.map((selection) => ({
    selection,
    key: Array.from(names).toSorted().join(''),
  }));
  return { read: { selections, byModule } };
}
const nothing: PageSelection = { error: new ProblemError('nothingSelected') };
const inWords = (selection: PageSelection) =>
  'read' in selection ? selection.read.byModule.map(({ key }) => key).join() : 'nothing';

/** What the page has, what is shown, and all that happened, in order. */
let onPage: PageSelection;
let shown: PageSelection | undefined;
let events: string[];
let ready: Map<string, () => void>;
let live: LiveSelection;

beforeEach(() => {
  onPage = of('a');
  shown = of('a');
  events = [];
  ready = new Map();
  live = new LiveSelection({
    read: () => Promise.resolve(onPage),
    shown: () => shown,
    prepare: (selection, signal) =>
      new Promise((resolve) => {
        const name = inWords(selection);
        events.push(`prepare ${name}`);
        ready.set(name, resolve);
        signal.addEventListener('abort', () => {
          events.push(`give up ${name}`);
          resolve();
        });
      }),
    show(selection) {
      shown = selection;
      events.push(`show ${inWords(selection)}`);
    },
    onChanging: (isChanging) => void events.push(isChanging ? 'busy' : 'ready'),
  });
});

const settle = () => new Promise((resolve) => void setTimeout(resolve));

async function select(selection: PageSelection): Promise<void> {
  onPage = selection;
  live.change();
  await settle();
}

async function finish(name: string): Promise<void> {
  ready.get(name)?.();
  await settle();
}

describe('a selection that is followed', () => {
  it('stays in view until the next one is ready', async () => {
    await select(of('ab'));
    expect(events).toEqual(['busy', 'prepare ab']);
    await finish('ab');
    expect(events).toEqual(['busy', 'prepare ab', 'show ab', 'ready']);
  });

  it('gives up one that is not the page’s any more', async () => {
    await select(of('ab'));
    await select(of('abc'));
    await finish('abc');
    expect(events).toEqual(['busy', 'prepare ab', 'give up ab', 'busy', 'prepare abc', 'show abc', 'ready']);
  });

  it('is not prepared twice where the page tells the same again, in whatever order', async () => {
    await select(of('ab'));
    await select(of('ba'));
    await finish('ab');
    expect(events).toEqual(['busy', 'prepare ab', 'show ab', 'ready']);
  });

  it('is at rest where the page came back to what is shown', async () => {
    await select(of('ab'));
    await select(of('a'));
    await finish('ab');
    expect(events).toEqual(['busy', 'prepare ab', 'give up ab', 'ready']);
    expect(inWords(shown ?? nothing)).toBe('a');
  });

  it('ends where nothing is selected, and comes back', async () => {
    await select(nothing);
    await finish('nothing');
    await select(of('b'));
    await finish('b');
    expect(events.filter((event) => event.startsWith('show'))).toEqual(['show nothing', 'show b']);
  });

  it('is shown at once where nothing is in view yet', async () => {
    shown = undefined;
    await select(of('ab'));
    expect(events).toEqual(['show ab', 'ready']);
  });

  it('does not take the place of what the user gave meanwhile', async () => {
    await select(of('ab'));
    shown = of('xyz');
    onPage = of('xyz');
    await finish('ab');
    expect(events).toEqual(['busy', 'prepare ab', 'ready', 'ready']);
    expect(inWords(shown)).toBe('xyz');
  });

  it('is asked for once more where the page changed while it answered', async () => {
    live.change();
    live.change();
    onPage = of('ab');
    live.change();
    await settle();
    await finish('ab');
    expect(inWords(shown ?? nothing)).toBe('ab');
  });

  it('can be asked for before something is done to it', async () => {
    const isShown = vi.fn((selection: PageSelection) => inWords(selection) === 'a');
    expect(await live.isCurrent(isShown)).toBe(true);
    onPage = of('ab');
    expect(await live.isCurrent(isShown)).toBe(false);
    expect(events).toEqual(['ready', 'busy', 'prepare ab']);
  });

  it('is let go', async () => {
    await select(of('ab'));
    live.end();
    await select(of('abc'));
    await finish('ab');
    expect(events).toEqual(['busy', 'prepare ab', 'give up ab']);
  });
});
