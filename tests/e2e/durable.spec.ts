import type { Page } from '@playwright/test';
import type { LoggedRequest, ServedFakeBigin } from '../fake-bigin/index';
import { zylker } from './support/bigin-list';
import { count } from './support/count';
import type { Extension } from './support/extension';
import { expect } from './support/fixtures';
import {
  beginLargeRemoval,
  expectRemovedOnce,
  keptTag,
  oldTag,
  withoutOldTag,
  type LargeRemoval,
} from './support/large-removal';
import { allTags, changes, connectedPopup } from './support/prepare';
import { test } from './support/sessions';
import { until } from './support/until';

/** A removal from 5,000 records whose worker is stopped again and again; a popup that is opened wakes it. */
class OftenStopped {
  readonly #extension: Extension;
  readonly #bigin: ServedFakeBigin;
  readonly #removal: LargeRemoval;
  #since = 0;
  stops = 0;

  constructor(extension: Extension, bigin: ServedFakeBigin, removal: LargeRemoval) {
    this.#extension = extension;
    this.#bigin = bigin;
    this.#removal = removal;
  }

  /** Stops the worker as soon as one of the requests since it was stopped is as described, and nobody looks on. */
  async stopWhen(isSo: (request: LoggedRequest) => boolean): Promise<void> {
    const { requests } = this.#bigin;
    // A worker that was stopped in the moment when it was woken sleeps on until its alarm, half a minute.
    await until(() => requests.slice(this.#since).some(isSo), 45_000);
    await this.stop();
  }

  async stop(): Promise<void> {
    await this.#removal.popup.close();
    await this.#extension.stopWorker();
    // A worker that is woken may be quicker than the page that woke it.
    this.#since = this.#bigin.requests.length;
    this.stops++;
  }

  async lookAgain(): Promise<Page> {
    this.#removal.popup = await this.#extension.openPopup(this.#removal.list);
    return this.#removal.popup;
  }
}

const isChange = ({ path }: LoggedRequest) => path.endsWith('/remove_tags');
const isReading = ({ path }: LoggedRequest) => path.endsWith('/coql');
const isUnderWay = ({ status }: LoggedRequest) => status === null;

test.describe('a removal from thousands of records', () => {
  for (const rounds of [1, 3]) {
    const stops = 3 * rounds + 1;
    test(`ends right though its worker is stopped ${stops} times, at every stage`, async ({
      extension,
      bigin,
    }) => {
      test.setTimeout(150_000);
      const removal = await beginLargeRemoval(extension, bigin, 5_000);
      const { ids } = removal;
      const job = new OftenStopped(extension, bigin, removal);
      // However long a busy machine takes to look again: the job is not at its end before the last stop.
      bigin.configure({ latencyMs: 1500 });

      for (let round = 0; round < rounds; round++) {
        // While changes are under way.
        await job.stopWhen((request) => isChange(request) && isUnderWay(request));
        // While the records are read that Bigin's answer was lost for.
        await job.lookAgain();
        await job.stopWhen((request) => isReading(request) && isUnderWay(request));
        // When an answer has just come.
        await job.lookAgain();
        await job.stopWhen((request) => isChange(request) && !isUnderWay(request));
        await job.lookAgain();
      }
      // While it waits for the network. Nobody looks on: the alarm wakes it.
      bigin.fail({ where: { service: 'api' }, times: 1e6, what: { kind: 'disconnect', when: 'before' } });
      await expect(removal.popup.getByText('The job goes on by itself')).toBeVisible();
      await job.stop();
      bigin.clearFaults();
      bigin.configure({ latencyMs: 100 });
      const done = withoutOldTag(bigin, ids);
      expect(done).toBeLessThan(ids.length);
      await until(() => withoutOldTag(bigin, ids) > done, 60_000);

      const popup = await job.lookAgain();
      await expect(popup.getByRole('status')).toHaveText('Removed 1 tag from 5,000 records');
      expect(job.stops).toBe(stops);
      expectRemovedOnce(bigin, ids);
    });
  }

  test('goes on by itself when the browser is opened again', async ({ sessions, bigin }) => {
    const { ids } = await beginLargeRemoval(await sessions.open(), bigin, 2_000);
    await until(() => withoutOldTag(bigin, ids) > 0);
    await sessions.close();
    const done = withoutOldTag(bigin, ids);
    expect(done).toBeLessThan(ids.length);

    const extension = await sessions.open();
    await until(() => withoutOldTag(bigin, ids) === ids.length);
    const history = await extension.openPage('history.html');
    const job = history.getByRole('listitem').filter({ hasText: 'Remove 1 tag from 2,000 Contacts' });
    await expect(job).toContainText('2,000 records changed');
    await expect(job).toContainText('Finished');
    expectRemovedOnce(bigin, ids);
  });

  test('says that it waits for the network and when it tries again, and ends right', async ({
    extension,
    bigin,
  }) => {
    const { popup, ids } = await beginLargeRemoval(extension, bigin, 2_000);
    await until(() => withoutOldTag(bigin, ids) > 0);
    bigin.fail({ where: {}, times: 1e6, what: { kind: 'disconnect', when: 'before' } });
    await expect(popup.getByRole('alert')).toHaveText(
      /^Bigin cannot be reached\. The job goes on by itself: next try .*\d\d.*\.$/,
    );
    bigin.clearFaults();
    await popup.getByRole('button', { name: 'Go on now' }).click();
    await expect(popup.getByRole('status')).toHaveText('Removed 1 tag from 2,000 records');
    expectRemovedOnce(bigin, ids);
  });

  test('says that the credits are spent and when it goes on, and ends once there are more', async ({
    extension,
    bigin,
  }) => {
    const { popup, ids } = await beginLargeRemoval(extension, bigin, 2_000);
    await until(() => withoutOldTag(bigin, ids) > 0);
    bigin.configure({ limits: { creditsPerDay: bigin.creditsSpent(zylker) + 5 } });
    await expect(popup.getByRole('alert')).toHaveText(
      /API credits of the last 24 hours.*The job goes on by itself: next try .*\d\d.*\.$/,
    );
    const refused = changes(bigin).length;
    await popup.waitForTimeout(1_000);
    expect(changes(bigin)).toHaveLength(refused);
    bigin.configure({ limits: { creditsPerDay: 50_000 } });
    await popup.getByRole('button', { name: 'Go on now' }).click();
    await expect(popup.getByRole('status')).toHaveText('Removed 1 tag from 2,000 records');
    expectRemovedOnce(bigin, ids);
  });

  test('is paused, goes on, and is cancelled, each with the truth of what was done', async ({
    extension,
    bigin,
  }) => {
    const { popup, ids } = await beginLargeRemoval(extension, bigin, 2_000);
    // However long a busy machine takes to press: the job is not at its end before.
    bigin.configure({ latencyMs: 1500 });
    await until(() => withoutOldTag(bigin, ids) > 0);
    await popup.getByRole('button', { name: 'Pause' }).click();
    await expect(popup.getByRole('main').getByText(/^Paused/)).toBeVisible();
    await until(() => !changes(bigin).some(isUnderWay));
    const paused = withoutOldTag(bigin, ids);
    const sent = changes(bigin).length;
    await expect(
      popup.getByText(`Paused: ${paused.toLocaleString('en-US')} of 2,000 records done`),
    ).toBeVisible();
    await popup.waitForTimeout(2_000);
    expect(changes(bigin)).toHaveLength(sent);

    await popup.getByRole('button', { name: 'Resume' }).click();
    await until(() => withoutOldTag(bigin, ids) > paused);
    await popup.getByRole('button', { name: 'Cancel' }).click();
    const cancelled = popup.getByRole('main').getByText(/^Cancelled:/);
    await expect(cancelled).toBeVisible();
    const done = withoutOldTag(bigin, ids);
    expect(done).toBeLessThan(ids.length);
    const left = `Cancelled: ${count(ids.length - done, 'record')} were left as they were.`;
    await expect(cancelled).toHaveText(left);
    await expect(popup.getByRole('status')).toHaveText(
      `Removed 1 tag from ${count(done, 'record')} · ${left}`,
    );
    await popup.waitForTimeout(2_000);
    expect(withoutOldTag(bigin, ids)).toBe(done);

    bigin.configure({ latencyMs: 50 });
    await popup.getByRole('button', { name: 'Undo' }).click();
    await expect(popup.getByRole('status')).toHaveText(`Restored 1 tag on ${count(done, 'record')}`);
    expect(withoutOldTag(bigin, ids)).toBe(0);
  });
});

test('a removal is undone in a later session of the browser, without touching what others did', async ({
  sessions,
  bigin,
}) => {
  const { popup, ids } = await connectedPopup(await sessions.open());
  const before = allTags(bigin);
  await popup.getByRole('checkbox', { name: oldTag }).check();
  await popup.getByRole('button', { name: 'Remove 1 tag from 3 records' }).click();
  await expect(popup.getByRole('status')).toHaveText('Removed 1 tag from 3 records');
  await sessions.close();
  const [first = ''] = ids;
  const others = [...bigin.world.tagsOf(zylker, 'Contacts', first).filter((tag) => tag !== keptTag), 'C++'];
  bigin.world.setTags(zylker, 'Contacts', first, others);

  const history = await (await sessions.open()).openPage('history.html');
  await history.getByRole('button', { name: 'Remove 1 tag from 3 Contacts' }).click();
  await history.getByRole('button', { name: 'Undo' }).click();
  const undo = history.getByRole('listitem').filter({ hasText: 'Restore 1 tag on 3 Contacts' });
  await expect(undo).toContainText('Finished');
  expect(allTags(bigin)[first]?.toSorted()).toEqual([...others, oldTag].toSorted());
  for (const id of ids.slice(1)) expect(allTags(bigin)[id]?.toSorted()).toEqual(before[id]?.toSorted());
});
