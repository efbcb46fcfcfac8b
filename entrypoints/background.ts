import { defineBackground } from 'wxt/utils/define-background';
import { BiginClient } from '@/lib/bigin/client';
import { dataCenters, type DataCenterId } from '@/lib/bigin/data-centers';
import { countTaggedRecords, listTags } from '@/lib/bigin/endpoints/list-tags';
import { explain } from '@/lib/bigin/errors/explain';
import { parsePageUrl } from '@/lib/bigin/page-url';
import { askPage } from '@/lib/browser/ask-page';
import { showCounts } from '@/lib/browser/badge';
import { showConsentWindow, watchConsentWindow } from '@/lib/browser/consent-window';
import { createContextMenu, onContextMenu } from '@/lib/browser/context-menu';
import { describePage } from '@/lib/browser/describe-page';
import { forgetGiven, readGiven, saveGiven } from '@/lib/browser/given-selections';
import { keepAlive, keepAliveForJobs, onWake } from '@/lib/browser/keep-alive';
import { onTabClosed } from '@/lib/browser/on-tab-closed';
import { openPopup } from '@/lib/browser/open-popup';
import { requireTabOf } from '@/lib/browser/require-tab-of';
import { restrictStorage } from '@/lib/browser/restrict-storage';
import { forgetGathering, storedGathering, storeGathering } from '@/lib/browser/stored-gathering';
import { openDatabase } from '@/lib/database';
import { gatheredSelections } from '@/lib/gather/gathered-selections';
import type { GatherRequest } from '@/lib/gather/gather-request';
import { Gatherer } from '@/lib/gather/gatherer';
import { placeSelections } from '@/lib/gather/place-selections';
import type { Job } from '@/lib/jobs/job';
import { Journal } from '@/lib/jobs/journal/journal';
import { announceJobChanges } from '@/lib/jobs/journal/journal-channel';
import { planRemoval } from '@/lib/jobs/plan/plan-removal';
import { JobRunner } from '@/lib/jobs/run/job-runner';
import { isBusy, systemClock, withRetries } from '@/lib/jobs/run/retry';
import { answerPages } from '@/lib/messages/answer-pages';
import { AccessTokens } from '@/lib/oauth/access-tokens';
import { checkClient } from '@/lib/oauth/check-client';
import { readOAuthSettings } from '@/lib/oauth/client-settings';
import { connectionId, connectionInfo } from '@/lib/oauth/connection';
import { findConnection, listConnections } from '@/lib/oauth/connection-store';
import { disconnect } from '@/lib/oauth/disconnect';
import { noteMissingScope } from '@/lib/oauth/note-missing-scope';
import { pageConnection } from '@/lib/oauth/page-connection';
import { SignIn } from '@/lib/oauth/sign-in';
import { testConnection } from '@/lib/oauth/test-connection';
import { makePreview, previewIdOf, previewOfTags } from '@/lib/preview/make-preview';
import { summarize } from '@/lib/preview/preview';
import { PreviewStore } from '@/lib/preview/preview-store';
import { selectionKey } from '@/lib/preview/selection-key';
import { ProblemError } from '@/lib/problem';
import { selectionsOf, selectionsOfLink } from '@/lib/selection/build-selections';
import { isGiven, type Selections } from '@/lib/selection/selection';

/**
 * The whole way of a removal: a page's selection, a preview of its tags, a plan, the run, and the account of
 * it. A worker may be stopped at any moment; what must outlive it is in storage and in the journal.
 */
export default defineBackground(() => {
  void restrictStorage();

  const accessTokens = new AccessTokens();
  const clientOf = ({ dataCenter, connectionId: id }: { dataCenter: DataCenterId; connectionId: string }) =>
    new BiginClient({
      apiDomain: dataCenters[dataCenter].apiDomain,
      accessToken: (rejected) => accessTokens.get(id, rejected),
      onRefused: (token) => accessTokens.refused(id, token),
      onScopeMissing: (scope) => noteMissingScope(id, scope),
    });

  const durable = openDatabase().then((database) => {
    const previews = new PreviewStore(database);
    const journal = new Journal(database, announceJobChanges());
    const runner = new JobRunner({
      journal,
      clientOf,
      clock: systemClock,
      onBusy: keepAliveForJobs,
      onEnd: (job) => previews.forget(job.connectionId),
    });
    return { previews, journal, runner };
  });
  const resumeJobs = () => void durable.then(({ runner }) => runner.resumeAll());
  resumeJobs();
  onWake(resumeJobs);

  const signIn = new SignIn({
    onBegin: () => {
      const ends = [keepAlive(), watchConsentWindow()];
      return () => ends.forEach((end) => end());
    },
    showWindow: showConsentWindow,
    onConnected: async ({ id }) => {
      gatherer.retry(({ dataCenter, org }) => connectionId(dataCenter, org) === id);
      await (await durable).runner.continueSignedIn(id);
    },
  });
  void signIn.recover();

  /** A client for the organization of a page; throws where it is not connected. */
  const clientOfPage = async ({ dataCenter, org }: { dataCenter: DataCenterId; org: string }) => {
    const id = connectionId(dataCenter, org);
    if (!(await findConnection(id))) throw new ProblemError('noConnection');
    return clientOf({ dataCenter, connectionId: id });
  };
  // Offline is told at once; a busy Bigin is waited for.
  const patiently = {
    attempt: <T>(call: () => Promise<T>) => withRetries(call, systemClock, () => true, isBusy),
  };

  const gatherer = new Gatherer({
    ...patiently,
    clientOf: ({ dataCenter, org }) => clientOf({ dataCenter, connectionId: connectionId(dataCenter, org) }),
    onBegin: (tabId) => {
      const onClosed = () => {
        gatherer.cancel(tabId);
        void forgetGathering(tabId);
      };
      const ends = [keepAlive(), onTabClosed(tabId, onClosed)];
      return () => ends.forEach((end) => end());
    },
    onFailed: (tabId) => void forgetGathering(tabId),
    async onGathered(tabId, request, { records }, readAt) {
      const { previews } = await durable;
      const selections = gatheredSelections(request, records);
      const tags = new Map(records.map((record) => [record.id, record.tags]));
      const id = connectionId(request.dataCenter, request.org);
      // The tags were read on the way: the preview costs nothing more.
      for (const selection of selections.byModule) {
        await previews.save(await previewOfTags(id, selection, tags, readAt));
      }
      await saveGiven(tabId, selections);
      await forgetGathering(tabId);
    },
  });

  const placeWhereConnected = async (selections: Selections) => {
    if (selections.unplaced.length === 0) return selections;
    const { dataCenter, org } = selections;
    const connection = await findConnection(connectionId(dataCenter, org));
    if (!connection || connection.signInNeeded) return selections;
    return placeSelections(await clientOfPage(selections), selections, patiently);
  };

  /** Begins a reading again that was cut off with its worker, unless its tab has left the organization. */
  const goOnGathering = async (tabId: number, request: GatherRequest) => {
    try {
      await requireTabOf(tabId, request);
      gatherer.start(tabId, request);
    } catch {
      await forgetGathering(tabId);
    }
  };

  /** What was given, placed; kept so where nothing of it is open any more, and forgotten where there is none. */
  const placeGiven = async (tabId: number, given: Selections) => {
    try {
      const placed = await placeWhereConnected(given);
      if (placed !== given && placed.unplaced.length === 0) await saveGiven(tabId, placed);
      return placed;
    } catch (error) {
      if (explain(error).code === 'noneFound') await forgetGiven(tabId);
      throw error;
    }
  };

  /** Who is done with all that was given goes back to the page. */
  const leaveGiven = async ({ tabId, selectionKey: key }: Job) => {
    const { byModule = [], unplaced = [] } = (await readGiven(tabId)) ?? {};
    const [only, ...others] = byModule;
    if (!only || others.length > 0 || unplaced.length > 0) return;
    if ((await selectionKey(only)) === key) await forgetGiven(tabId);
  };

  answerPages({
    async readSelection({ tabId, link }) {
      if (link !== undefined) return placeWhereConnected(selectionsOfLink(link));
      const given = await readGiven(tabId);
      if (!given) return placeWhereConnected(selectionsOf(await askPage(tabId)));
      return placeGiven(tabId, given);
    },
    async countSelected({ tabId }) {
      const { parts, shortfall } = await askPage(tabId);
      return parts.reduce((sum, { ids }) => sum + ids.length, shortfall);
    },
    async giveSelection({ tabId, selections }) {
      await requireTabOf(tabId, selections);
      // What cannot be acted on does not take the place of what was given before.
      const placed = await placeWhereConnected(selections);
      await saveGiven(tabId, placed.unplaced.length === 0 ? placed : selections);
      return null;
    },
    async forgetGiven({ tabId }) {
      await forgetGiven(tabId);
      return null;
    },
    async startGathering({ tabId, request }) {
      await requireTabOf(tabId, request);
      await clientOfPage(request);
      await storeGathering(tabId, request);
      gatherer.start(tabId, request);
      return null;
    },
    async readGathering({ tabId }) {
      const cutOff = gatherer.state(tabId) ? undefined : await storedGathering(tabId);
      if (cutOff) await goOnGathering(tabId, cutOff);
      return gatherer.state(tabId) ?? null;
    },
    async cancelGathering({ tabId }) {
      gatherer.cancel(tabId);
      await forgetGathering(tabId);
      return null;
    },
    async listTags({ module, ...page }) {
      return listTags(await clientOfPage(page), module);
    },
    async countTaggedRecords({ module, tagId, ...page }) {
      return countTaggedRecords(await clientOfPage(page), module, tagId);
    },
    describePage: ({ tabId }) => describePage(tabId),

    async readPageConnection({ dataCenter, org }) {
      const page = { dataCenter, org };
      return { ...(await pageConnection(dataCenter, org)), signIn: await signIn.state(page) };
    },
    readSignIn: () => signIn.state(),
    async listConnections() {
      return (await listConnections()).map(connectionInfo);
    },
    async connect({ page }) {
      return connectionInfo(await signIn.connect(page));
    },
    async disconnect({ connectionId: id }) {
      await (await durable).previews.forget(id);
      await disconnect(id);
      return null;
    },
    async testConnection({ connectionId: id }) {
      const connection = await findConnection(id);
      if (!connection) throw new ProblemError('noConnection');
      await testConnection(connection, clientOf({ dataCenter: connection.dataCenter, connectionId: id }));
      return null;
    },
    async checkClient() {
      await checkClient(await readOAuthSettings());
      return null;
    },

    async readPreview({ selection }) {
      const { previews } = await durable;
      const client = await clientOfPage(selection);
      const id = connectionId(selection.dataCenter, selection.org);
      // Tags of ticked records are read anew each time; those of a list that was given were read for it.
      const known =
        isGiven(selection) && (await previews.read(previewIdOf(id, await selectionKey(selection))));
      if (known) return summarize(known);
      const preview = await makePreview(client, id, selection, patiently);
      await previews.save(preview);
      return summarize(preview);
    },

    async startRemoval({ previewId, tagNames, tabId }) {
      const { previews, runner } = await durable;
      const preview = await previews.read(previewId);
      if (!preview) throw new ProblemError('previewGone');
      const plan = planRemoval({ jobId: crypto.randomUUID(), preview, tagNames, tabId, now: Date.now() });
      await previews.forget(preview.connectionId);
      await runner.start(plan);
      return { jobId: plan.job.id };
    },
    async continueJob({ jobId }) {
      await (await durable).runner.continue(jobId);
      return null;
    },
    async cancelJob({ jobId }) {
      await (await durable).runner.cancel(jobId);
      return null;
    },
    async undoJob({ jobId }) {
      const { journal, runner } = await durable;
      const removal = await journal.readJob(jobId);
      // An undo that could not begin would be spent all the same.
      if (removal && !(await findConnection(removal.connectionId))) throw new ProblemError('noConnection');
      const undoId = crypto.randomUUID();
      await runner.undo(jobId, undoId);
      return { jobId: undoId };
    },
    async retryFailed({ jobId }) {
      await (await durable).runner.retryFailed(jobId);
      return null;
    },
    async dismissJob({ jobId }) {
      const { journal } = await durable;
      const job = await journal.readJob(jobId);
      if (job) await leaveGiven(job);
      await journal.dismiss(jobId);
      return null;
    },
  });

  showCounts();

  createContextMenu();
  onContextMenu(async (tabId, link) => {
    await openPopup(tabId, link && parsePageUrl(link)?.recordId ? link : undefined);
  });
});
