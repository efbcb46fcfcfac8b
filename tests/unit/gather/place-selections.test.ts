import { beforeEach, describe, expect, it } from 'vitest';
import { moduleNames } from '@/lib/bigin/modules';
import { placeSelections } from '@/lib/gather/place-selections';
import { buildSelections } from '@/lib/selection/build-selections';
import { createFakeBigin, type FakeBigin } from '../../fake-bigin/index';
import { clientOf, newest, zylker } from '../support/fake';
import { problemOf } from '../support/problem-of';

let fake: FakeBigin;
const page = { dataCenter: 'us', org: `org${zylker}` } as const;
const gone = '7618134000000999999';

beforeEach(() => {
  fake = createFakeBigin();
});

describe('selections with records whose module is open', () => {
  it('get each record into the module that has it, and say how many are in none', async () => {
    const [task = ''] = newest(fake, 1, 'Tasks');
    const [call = '', otherCall = ''] = newest(fake, 2, 'Calls');
    const open = buildSelections(page, [
      { source: 'list', modules: ['Calls'], ids: [call] },
      { source: 'component', modules: ['Tasks', 'Events', 'Calls'], ids: [task, otherCall, gone] },
    ]);
    expect(await placeSelections(clientOf(fake), open)).toMatchObject({
      byModule: [
        { module: 'Calls', ids: [call, otherCall] },
        { module: 'Tasks', ids: [task] },
      ],
      unplaced: [],
      missing: 1,
    });
  });

  it('keep those open that a module may have which may not be read', async () => {
    const [contact = ''] = newest(fake, 1);
    const [call = ''] = newest(fake, 1, 'Calls');
    const fault = { status: 403, code: 'NO_PERMISSION', message: 'no' };
    fake.fail({ where: { service: 'api', path: 'Calls' }, times: 100, what: { kind: 'status', ...fault } });
    fake.configure({ unknowns: { coql: 'refused' } });
    const modules = ['Contacts', 'Calls'] as const;
    const open = buildSelections(page, [{ source: 'pasted', modules, ids: [contact, call, gone] }]);
    expect(await placeSelections(clientOf(fake), open)).toMatchObject({
      byModule: [{ module: 'Contacts', ids: [contact] }],
      unplaced: [{ modules: ['Calls'], ids: [call, gone] }],
      missing: 0,
    });
  });

  it('are none where Bigin has none of them', async () => {
    const open = buildSelections(page, [{ source: 'pasted', modules: moduleNames, ids: [gone] }]);
    expect(await problemOf(placeSelections(clientOf(fake), open))).toEqual({
      code: 'noneFound',
      values: { count: 1 },
    });
  });
});
