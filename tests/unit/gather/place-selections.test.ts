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

  it('are none where Bigin has none of them', async () => {
    const open = buildSelections(page, [{ source: 'pasted', modules: moduleNames, ids: [gone] }]);
    expect(await problemOf(placeSelections(clientOf(fake), open))).toEqual({
      code: 'noneFound',
      values: { count: 1 },
    });
  });
});
