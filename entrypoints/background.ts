import { defineBackground } from 'wxt/utils/define-background';
import { BiginClient } from '@/lib/bigin/client';
import { dataCenters, type DataCenterId } from '@/lib/bigin/data-centers';
import { countTaggedRecords, listTags } from '@/lib/bigin/endpoints/list-tags';
import { parsePageUrl } from '@/lib/bigin/page-url';
import { askPage } from '@/lib/browser/ask-page';
import { showCounts } from '@/lib/browser/badge';
import { ConnectionCalls } from '@/lib/browser/connection-calls';
import { showConsentWindow, watchConsentWindow } from '@/lib/browser/consent-window';
import { createContextMenu, onContextMenu } from '@/lib/browser/context-menu';
import { describePage } from '@/lib/browser/describe-page';
import {
  cancelGathering,
  createGatherer,
  readGathering,
  startGathering,
} from '@/lib/browser/gatherings-of-tab';
import { forgetGiven, readGiven } from '@/lib/browser/given-selections';
import { readJobOfTab } from '@/lib/browser/job-of-tab';
import { keepAlive, keepAliveForJobs, onOnline, onWake, wakeAt } from '@/lib/browser/keep-alive';
import { loadLanguage } from '@/lib/browser/load-language';
import type { LookUp } from '@/lib/browser/look-up';
import { openPopup } from '@/lib/browser/open-popup';
import { pruneJournal } from '@/lib/browser/prune-journal';
import { requireTabOf } from '@/lib/browser/require-tab-of';
import { restrictStorage } from '@/lib/browser/restrict-storage';
import { giveSelections, leaveGiven, readSelections } from '@/lib/browser/selections-of-tab';
import { systemClock } from '@/lib/calls/clock';
import { openDatabase } from '@/lib/database';
import { Journal } from '@/lib/jobs/journal/journal';
import { announceJobChanges } from '@/lib/jobs/journal/journal-channel';
import { urlByteLimit } from '@/lib/jobs/plan/batches';
import { planRemoval } from '@/lib/jobs/plan/plan-removal';
import { JobRunner } from '@/lib/jobs/run/job-runner';
import { LearntStore } from '@/lib/learnt/learnt-store';
import { answerPages } from '@/lib/messages/answer-pages';
import { AccessTokens } from '@/lib/oauth/access-tokens';
import { checkClient } from '@/lib/oauth/check-client';
import { readOAuthSettings } from '@/lib/oauth/client-settings';
import { connectionId, connectionInfo } from '@/lib/oauth/connection';
import { findConnection, listConnections } from '@/lib/oauth/connection-store';
import { disconnect } from '@/lib/oauth/disconnect';
import { noteMissingScope } from '@/lib/oauth/note-missing-scope';
import { pageConnection } from '@/lib/oauth/page-connection';
import { refreshModuleWords } from '@/lib/oauth/refresh-module-words';
import { SignIn } from '@/lib/oauth/sign-in';
import { testConnection } from '@/lib/oauth/test-connection';
import { PreviewStore } from '@/lib/preview/preview-store';
import { Previewer } from '@/lib/preview/previewer';
import { ProblemError } from '@/lib/problem';
import { readRunSettings } from '@/lib/settings/run-settings';

/**
 * The whole way of a removal: a page's selection, a preview of its tags, a plan, the run, and the account of
 * it. A worker may be stopped at any moment; what must outlive it is in storage and in the journal.
 */
export default defineBackground(() => {
  void restrictStorage();
  const language = loadLanguage();

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
    const calls = new ConnectionCalls({ learnt: new LearntStore(database), clientOf, clock: systemClock });
    const previewer = new Previewer({
      previews,
      callsOf: callsOfPage,
      clock: systemClock,
      onBegin: keepAlive,
    });
    const runner = new JobRunner({
      journal,
      callsOf: (job) => calls.of(job),
      clock: systemClock,
      settings: readRunSettings,
      onBusy: keepAliveForJobs,
      onEnd: (job) => previewer.forget(job.connectionId),
      onWait: (resumeAt) => void wakeAt(resumeAt),
    });
    return { previews, previewer, journal, calls, runner };
  });
  const resumeJobs = async () => {
    const { journal, runner } = await durable;
    await runner.resumeAll();
    await pruneJournal(journal);
  };
  void resumeJobs();
  onWake(resumeJobs);
  onOnline(async () => (await durable).runner.resumeOffline());

  const signIn = new SignIn({
    onBegin: () => {
      const ends = [keepAlive(), watchConsentWindow()];
      return () => ends.forEach((end) => end());
    },
    showWindow: showConsentWindow,
    onConnected: async ({ id }) => {
      // It may have other permissions.
      await (await durable).calls.relearn(id);
      gatherer.retry(({ dataCenter, org }) => connectionId(dataCenter, org) === id);
      await (await durable).runner.continueSignedIn(id);
    },
  });
  void signIn.recover();

  /** The calls for the organization of a page; throws where it is not connected. */
  const callsOfPage = async ({ dataCenter, org }: { dataCenter: DataCenterId; org: string }) => {
    const id = connectionId(dataCenter, org);
    if (!(await findConnection(id))) throw new ProblemError('noConnection');
    return (await durable).calls.of({ dataCenter, connectionId: id });
  };

  const lookUp: LookUp = { callsOf: callsOfPage, previews: durable.then(({ previews }) => previews) };
  const gatherer = createGatherer(lookUp);

  const withRunner =
    (act: (runner: JobRunner, jobId: string) => Promise<void>) =>
    async ({ jobId }: { jobId: string }) => {
      await act((await durable).runner, jobId);
      return null;
    };

  answerPages({
    readSelection: ({ tabId, link }) => readSelections(tabId, link, lookUp),
    async countSelected({ tabId }) {
      const { parts, shortfall } = await askPage(tabId);
      return parts.reduce((sum, { ids }) => sum + ids.length, shortfall);
    },
    async giveSelection({ tabId, selections }) {
      await giveSelections(tabId, selections, lookUp);
      return null;
    },
    async forgetGiven({ tabId }) {
      await forgetGiven(tabId);
      return null;
    },
    async readGiven({ tabId }) {
      return (await readGiven(tabId))?.given ?? null;
    },
    async startGathering({ tabId, request }) {
      await requireTabOf(tabId, request);
      await callsOfPage(request);
      await startGathering(gatherer, tabId, request);
      return null;
    },
    async readGathering({ tabId }) {
      return (await readGathering(gatherer, tabId)) ?? null;
    },
    async cancelGathering({ tabId }) {
      await cancelGathering(gatherer, tabId);
      return null;
    },
    async listTags({ module, ...page }) {
      return listTags((await callsOfPage(page)).client, module);
    },
    async countTaggedRecords({ module, tagId, ...page }) {
      return countTaggedRecords((await callsOfPage(page)).client, module, tagId);
    },
    describePage: ({ tabId }) => describePage(tabId),

    async readPageConnection({ dataCenter, org }) {
      const page = { dataCenter, org };
      const connection = await findConnection(connectionId(dataCenter, org));
      if (connection)
        void refreshModuleWords(connection, clientOf({ dataCenter, connectionId: connection.id }));
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
      const { previewer, calls } = await durable;
      try {
        await disconnect(id);
      } finally {
        await Promise.all([previewer.forget(id), calls.relearn(id)]);
      }
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

    async readPreview({ selection, again }) {
      const { dataCenter, org } = selection;
      return (await durable).previewer.read(connectionId(dataCenter, org), selection, again);
    },
    async readPreviewState({ previewId }) {
      return (await durable).previewer.state(previewId);
    },
    async cancelPreview({ selection }) {
      const { dataCenter, org } = selection;
      await (await durable).previewer.cancel(connectionId(dataCenter, org), selection);
      return null;
    },

    async startRemoval({ previewId, tagNames, tabId }) {
      const { previews, previewer, runner } = await durable;
      const preview = await previews.read(previewId);
      if (!preview) throw new ProblemError('previewGone');
      const limits = { records: (await readRunSettings()).batchCeiling, urlBytes: urlByteLimit };
      const request = { jobId: crypto.randomUUID(), preview, tagNames, tabId, now: Date.now(), limits };
      const plan = planRemoval(request);
      await previewer.forget(preview.connectionId);
      await runner.start(plan);
      return { jobId: plan.job.id };
    },
    async readJob({ tabId, selectionKey }) {
      return (await readJobOfTab((await durable).journal, tabId, selectionKey)) ?? null;
    },
    readRunSettings: () => readRunSettings(),
    continueJob: withRunner((runner, jobId) => runner.continue(jobId)),
    pauseJob: withRunner((runner, jobId) => runner.pause(jobId)),
    cancelJob: withRunner((runner, jobId) => runner.cancel(jobId)),
    async undoJob({ jobId }) {
      const { journal, runner } = await durable;
      const removal = await journal.readJob(jobId);
      // An undo that could not begin would be spent all the same.
      if (removal && !(await findConnection(removal.connectionId))) throw new ProblemError('noConnection');
      const undoId = crypto.randomUUID();
      await runner.undo(jobId, undoId);
      return { jobId: undoId };
    },
    retryFailed: withRunner((runner, jobId) => runner.retryFailed(jobId)),
    async dismissJob({ jobId }) {
      const { journal } = await durable;
      const job = await journal.readJob(jobId);
      if (job) await leaveGiven(job);
      await journal.dismiss(jobId);
      return null;
    },
    deleteJob: withRunner((runner, jobId) => runner.delete(jobId)),
  });

  showCounts();

  createContextMenu(language);
  onContextMenu(async (tabId, link) => {
    await openPopup(tabId, link && parsePageUrl(link)?.recordId ? link : undefined);
  });
});
