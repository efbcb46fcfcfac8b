import { describe, expect } from 'vitest';
import { zylker } from '../e2e/support/bigin-url';
import { firefoxTest } from './support/firefox-test';
import { patience, press, says } from './support/screen';

/** Firefox stops the event page a second after it last had something to do. */
const test = firefoxTest({ 'extensions.background.idle.timeout': 1_000 });

/** Two calls. */
const records = 900;

describe('an event page that Firefox stops', () => {
  test('in the middle of a removal goes on by itself, with nobody looking on: each record is changed once', async ({
    bigin,
    extension,
  }) => {
    const ids = bigin.world.addRecords(zylker, 'Contacts', records, ['VIP', 'Old']);
    const options = await extension.setUp();
    await extension.connect(options, 'Connect');
    await says(options, 'Connected Zylker Trading');
    await options.close();
    await extension.tickContacts(1);
    const popup = await extension.openPopup();
    await press(popup, 'More');
    await press(popup, 'Paste ids, links or CSV…');
    await popup.locator('textarea').wait();
    await popup.$eval(
      'textarea',
      (field, text) => {
        field.setRangeText(text);
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      },
      ids.join('\n'),
    );
    await press(popup, `Use ${records} records`);
    await press(popup, 'Old', 'checkbox');

    // One of the calls is answered at once, the other one long after the event page has been stopped.
    const delay = { kind: 'delay', ms: 8_000 } as const;
    bigin.fail({ where: { path: 'remove_tags' }, after: 1, what: delay });
    await press(popup, `Remove 1 tag from ${records} records`);
    const calls = () => bigin.requests.filter(({ path }) => path.endsWith('/remove_tags'));
    await expect.poll(() => calls().map(({ status }) => status), patience).toEqual([200, null]);
    await popup.close();
    await expect.poll(() => extension.isAwake(), patience).toBe(false);
    expect(calls().map(({ status }) => status)).toEqual([200, null]);

    // The alarm wakes it.
    const own = await extension.own();
    await expect.poll(() => extension.isAwake(), { timeout: 45_000, interval: 20 }).toBe(true);
    await says(own, `${records} records changed`);
    await says(own, 'Finished');
    const changes = bigin.tagChanges.map(
      ({ id, removed, added }) => `${id} -${removed.join()} +${added.join()}`,
    );
    expect(changes.toSorted()).toEqual(ids.map((id) => `${id} -Old +`).toSorted());
  });
});
