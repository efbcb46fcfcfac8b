import { describe, expect, it } from 'vitest';
import { buildSelections } from '@/lib/selection/build-selections';
import { certainSelection } from '@/lib/selection/certain-selection';
import type { Selections } from '@/lib/selection/selection';

const id = '7618134000000632028';
const ticked = buildSelections({ dataCenter: 'us', org: 'org1' }, [
  { source: 'list', modules: ['Contacts'], ids: [id] },
]);
const [contacts] = ticked.byModule;

describe('a selection is certain', () => {
  it('where the page shows records of one module ticked, and all of them were read', () => {
    expect(contacts).toBeDefined();
    expect(certainSelection(ticked)).toBe(contacts);
  });

  it.each<[string, Partial<Selections>]>([
    ['of two modules', { byModule: contacts ? [contacts, { ...contacts, module: 'Tasks' }] : [] }],
    ['of none', { byModule: [] }],
    ['with records that were not read', { shortfall: 1 }],
    ['with more than the page counts', { excess: 1 }],
    ['that nothing on the page confirms', { unchecked: 1 }],
    ['beside others that are ticked', { beside: 1 }],
    ['with records that are gone', { missing: 1 }],
    [
      'with records of an open module',
      { unplaced: [{ modules: ['Tasks', 'Calls'], source: 'list', ids: [id] }] },
    ],
    ['of a whole view', { view: { isCertain: false, modules: ['Contacts'], count: 50 } }],
    ['that was given in place of the page’s', { given: { kind: 'pasted' } }],
  ])('but not one %s', (_, doubt) => {
    expect(certainSelection({ ...ticked, ...doubt })).toBeUndefined();
  });
});
