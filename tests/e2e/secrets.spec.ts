import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import type { Extension } from './support/extension';
import { zylker } from './support/bigin-list';
import { expect, test } from './support/fixtures';
import { popupConnectedByHand } from './support/prepare';
import { everythingStored, recordMessages } from './support/what-is-kept';

/** A message as the popup sends it. */
const message = (type: string, data: object) => ({ id: 1, type, data, timestamp: 1 });

test.describe('no token reaches a place it does not belong', () => {
  test('tokens are in two places of the extension’s storage, and nowhere else', async ({
    extension,
    bigin,
  }) => {
    const logged: string[] = [];
    extension.context.on('console', (line) => logged.push(line.text()));
    const { list, popup } = await popupConnectedByHand(extension);
    const messages = await recordMessages(popup);
    bigin.clock.advance(3_600_000);
    await popup.getByRole('checkbox', { name: /^VIP/ }).check();
    await popup.getByRole('button', { name: 'Remove 1 tag from 2 records' }).click();
    await popup.getByRole('button', { name: 'Undo' }).click();
    await expect(popup.getByRole('status')).toHaveText(/^Restored/);

    const options = await extension.openPage('options.html');
    await expect(options.getByText('Signed in as Dana')).toBeVisible();
    const stored = await everythingStored(options);
    const { connections, ...local } = stored.local;
    const { 'accessToken:us:org942010964': accessToken, ...session } = stored.session;
    const shown = await Promise.all([list, popup, options].map((page) => page.content()));
    const elsewhere = JSON.stringify([
      local,
      session,
      stored.sync,
      stored.database,
      logged,
      await messages(),
      shown,
    ]);
    expect(bigin.secrets.length).toBeGreaterThan(3);
    for (const secret of bigin.secrets) expect(elsewhere).not.toContain(secret);
    // The search does find secrets where they belong.
    const kept = JSON.stringify([connections, accessToken]);
    expect(bigin.secrets.filter((secret) => kept.includes(secret))).toHaveLength(2);
  });

  test('disconnecting clears them', async ({ extension, bigin }) => {
    const { popup } = await popupConnectedByHand(extension);
    await popup.close();
    const options = await extension.openPage('options.html');
    await options.getByRole('button', { name: 'Disconnect' }).click();
    await expect(options.getByRole('status').first()).toHaveText('Disconnected Zylker Trading.');
    const stored = JSON.stringify(await everythingStored(options));
    for (const secret of bigin.secrets) expect(stored).not.toContain(secret);
  });

  test('disconnecting says so where Zoho did not take the grant back', async ({ extension, bigin }) => {
    const { popup } = await popupConnectedByHand(extension);
    await popup.close();
    // More than once: the browser itself repeats a request whose connection was cut.
    bigin.fail({ where: { path: 'revoke' }, times: 9, what: { kind: 'disconnect', when: 'before' } });
    const options = await extension.openPage('options.html');
    await options.getByRole('button', { name: 'Disconnect' }).click();
    await expect(options.getByRole('alert')).toHaveText(/^The connection was removed here, but Zoho did not/);
    await expect(options.getByRole('listitem')).toHaveCount(0);
  });
});

test.describe('messages from anybody else are refused', () => {
  const asked = [
    message('listConnections', {}),
    message('connect', {}),
    message('disconnect', { connectionId: `us:org${zylker}` }),
    message('readPageConnection', { dataCenter: 'us', org: `org${zylker}` }),
  ];

  test('another extension', async ({ extension, bigin }) => {
    const { popup } = await popupConnectedByHand(extension);
    await popup.close();
    const folder = fileURLToPath(new URL('other-extension', import.meta.url));
    const other = await extension.installOther(folder);
    const before = bigin.requests.length;
    for (const one of asked) {
      const answer = await other.evaluate(
        ([id, text]) =>
          (globalThis as unknown as { ask: (id: string, text: unknown) => string }).ask(id, text),
        [extension.id, one] as const,
      );
      expect(answer).toMatch(/^refused/);
    }
    expect(bigin.requests).toHaveLength(before);
  });

  test('a page of Bigin’s, and what runs beside it', async ({ extension, bigin }) => {
    const { list, popup } = await popupConnectedByHand(extension);
    await popup.close();
    const before = bigin.requests.filter(({ service }) => service !== 'web-app').length;
    // The page itself has no way to send a message.
    expect(await list.evaluate(() => typeof globalThis.chrome?.runtime?.sendMessage)).toBe('undefined');
    for (const one of asked) {
      const answer = await besideThePage(extension, list, one);
      expect(answer).toMatch(/Refused|refused/);
      expect(answer).not.toContain('Zylker');
    }
    expect(bigin.requests.filter(({ service }) => service !== 'web-app')).toHaveLength(before);
    const options = await extension.openPage('options.html');
    await expect(options.getByText('Zylker Trading')).toBeVisible();
  });

  /** Sends a message from where content scripts live. */
  async function besideThePage(extension: Extension, page: Page, one: object): Promise<string> {
    const tabId = await extension.tabId(page);
    const worker = await extension.worker;
    const [result] = await worker.evaluate(
      ([id, text]) =>
        chrome.scripting.executeScript({
          target: { tabId: id },
          args: [text],
          func: (sent: object) =>
            chrome.runtime.sendMessage(sent).then(
              (answer) => JSON.stringify(answer),
              (error: unknown) => `refused: ${String(error)}`,
            ),
        }),
      [tabId, one] as const,
    );
    return String(result?.result);
  }
});
