import { describe, expect } from 'vitest';
import { builtInClientId, registerBuiltInClient } from '../e2e/support/built-in-client';
import { zylker } from '../e2e/support/bigin-url';
import type { ServedFakeBigin } from '../fake-bigin/index';
import type { Extension } from './support/extension';
import { firefoxTest } from './support/firefox-test';
import { patience, press, says, shows, textOf } from './support/screen';

const test = firefoxTest();

/** Removes a tag from what is ticked, and brings it back, once the extension is set up. */
async function goTheWholeWay(
  extension: Extension,
  bigin: ServedFakeBigin,
  setUp: () => Promise<unknown>,
): Promise<void> {
  await extension.viewSays('/welcome.html', /Set-up guide/);
  await setUp();
  const { ids } = await extension.tickContacts(3);
  await expect.poll(() => extension.badge(), patience).toBe('3');
  const tagsOf = () => ids.map((id) => bigin.world.tagsOf(zylker, 'Contacts', id).toSorted());
  const before = tagsOf();

  const popup = await extension.openPopup();
  await says(popup, '3 Contacts selected', 'h1');
  await extension.connect(popup);
  await shows(popup, 'checkbox', 'VIP');
  expect(await textOf(popup)).toMatch(/VIP\s+on 2 of 3 records/);
  await press(popup, 'VIP', 'checkbox');
  await press(popup, 'Remove 1 tag from 2 records');
  await says(popup, 'Removed 1 tag from 2 records', 'output');
  expect(tagsOf()).toEqual(before.map((tags) => tags.filter((tag) => tag !== 'VIP')));

  await press(popup, 'Undo');
  await says(popup, 'Restored 1 tag on 2 records', 'output');
  expect(tagsOf()).toEqual(before);
  const changed = bigin.tagChanges.map(
    ({ id, removed, added }) => `${id} -${removed.join()} +${added.join()}`,
  );
  const [first, , third] = ids;
  expect(changed.toSorted()).toEqual(
    [`${first} -VIP +`, `${third} -VIP +`, `${first} - +VIP`, `${third} - +VIP`].toSorted(),
  );
}

describe('the whole way once', () => {
  test('install, set up, connect, tick, choose a tag: it is gone from those records and no others; undo brings it back', async ({
    bigin,
    extension,
  }) => {
    await goTheWholeWay(extension, bigin, () => extension.setUp());
  });

  // A release's may carry one.
  if (builtInClientId !== '') {
    test('with the client that the package carries, there is none to set up', async ({
      bigin,
      extension,
    }) => {
      registerBuiltInClient(bigin);
      await goTheWholeWay(extension, bigin, async () => {
        const guide = await extension.open('welcome.html');
        await says(guide, 'Data center');
        expect(await textOf(guide)).not.toContain('Client ID');
      });
    });
  }
});
