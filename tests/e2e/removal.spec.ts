import { test } from './support/fixtures';
import { goTheWholeWay } from './support/whole-way';

test.describe('the whole way once', () => {
  test('tick records, connect, choose a tag: it is gone from those records and no others; undo brings it back', async ({
    bigin,
    extension,
  }) => {
    await goTheWholeWay(extension, bigin);
  });
});
