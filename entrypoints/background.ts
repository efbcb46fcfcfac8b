import { defineBackground } from 'wxt/utils/define-background';
import { BiginClient } from '@/lib/bigin/client';
import { dataCenters, type DataCenterId } from '@/lib/bigin/data-centers';
import { countTaggedRecords, listTags } from '@/lib/bigin/endpoints/list-tags';
import { askPage } from '@/lib/browser/ask-page';
import { keepBadges } from '@/lib/browser/badge';
import { onRepeatCommand } from '@/lib/browser/commands';
import { ConnectionCalls } from '@/lib/browser/connection-calls';
import { showConsentWindow, watchConsentWindow } from '@/lib/browser/consent-window';
import { onContextMenu } from '@/lib/browser/context-menu';
import {
  cancelGathering,
  createGatherer,
  readGathering,
  startGathering,
} from '@/lib/browser/gatherings-of-tab';
import { goOnWhereMended } from '@/lib/browser/go-on-where-mended';
import { forgetGiven, readGiven } from '@/lib/browser/given-selections';
import { answerNotifications, tellEnd } from '@/lib/browser/job-notifications';
import { onHostsAllowed, requireServers } from '@/lib/browser/host-access';
import { readJobOfTab } from '@/lib/browser/job-of-tab';
import { keepAlive, keepAliveForJobs, onOnline, onWake, wakeAt } from '@/lib/browser/keep-alive';
import { loadLanguage } from '@/lib/browser/load-language';
import type { LookUp } from '@/lib/browser/look-up';
import { openPopup } from '@/lib/browser/open-popup';
import { openWelcomeOnInstall } from '@/lib/browser/open-welcome';
import { pruneJournal } from '@/lib/browser/prune-journal';
import { QuickRemoval } from '@/lib/browser/quick-removal';
import { keepContextMenu } from '@/lib/browser/quick-tags';
import { startRemoval, undoRemoval } from '@/lib/browser/removals';
import { reopenPopup } from '@/lib/browser/reopen-popup';
import { requireTabOf } from '@/lib/browser/require-tab-of';
import { restrictStorage } from '@/lib/browser/restrict-storage';
import { giveSelections, leaveGiven, readSelections } from '@/lib/browser/selections-of-tab';
import { systemClock } from '@/lib/calls/clock';
import { openDatabase } from '@/lib/open-database';
import type { Job } from '@/lib/jobs/job';
import { Journal } from '@/lib/jobs/journal/journal';
import { announceJobChanges } from '@/lib/jobs/journal/journal-channel';
import { JobRunner } from '@/lib/jobs/run/job-runner';
import { LearntStore } from '@/lib/learnt/learnt-store';
import { forgetClosedDrafts, readDraft } from '@/lib/browser/stored-drafts';
import { answerPages, type Answers } from '@/lib/messages/answer-pages';
import { readOpening } from '@/lib/messages/opening';
import { AccessTokens } from '@/lib/oauth/access-tokens';
import { connectionId, connectionInfo } from '@/lib/oauth/connection';
import { findConnection, listConnections } from '@/lib/oauth/connection-store';
import { disconnect } from '@/lib/oauth/disconnect';
import { noteMissingScope } from '@/lib/oauth/note-missing-scope';
import { pageConnection } from '@/lib/oauth/page-connection';
import { refreshModuleWords } from '@/lib/oauth/refresh-module-words';
import { SignIn } from '@/lib/oauth/sign-in';
import { forgetFailedSignIn } from '@/lib/oauth/sign-in-state';
import { testConnection } from '@/lib/oauth/test-connection';
import { PreviewStore } from '@/lib/preview/preview-store';
import { Previewer } from '@/lib/preview/previewer';
import { isMendedByAccess, isMendedBySignIn, ProblemError } from '@/lib/problem';
import { readRunSettings } from '@/lib/settings/run-settings';

/** How often a page is told how the reading of tags stands while that lasts, in milliseconds. */
const previewPulse = 250;

/**
 * The whole way of a removal: a page's selection, a preview of its tags, a plan, the run, and the account of
 * it. A worker may be stopped at any moment; what must outlive it is in storage and in the journal.
 */
export default defineBackground(() => {
  void restrictStorage();
  void forgetClosedDrafts();
  openWelcomeOnInstall();
  const language = loadLanguage();

  const accessTokens = new AccessTokens();
  const clientOf = ({ dataCenter, connectionId: id }: { dataCenter: DataCenterId; connectionId: string }) =>
    new BiginClient({
      apiDomain: dataCenters[dataCenter].apiDomain,
      async accessToken(rejected) {
        await requireServers(dataCenter);
        return accessTokens.get(id, rejected);
      },
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
      async onEnd({ id, connectionId: of }) {
        await previewer.forget(of);
        await goOnWhereMended({ journal, runner }).catch(() => undefined);
        await language;
        await tellEnd(journal, id);
      },
      onWait: (resumeAt) => void wakeAt(resumeAt),
    });
    return { previews, previewer, journal, calls, runner };
  });
  const resumeJobs = async () => {
    const { journal, runner } = await durable;
    await runner.resumeAll();
    await goOnWhereMended({ journal, runner }).catch(() => undefined);
    await pruneJournal(journal);
  };
  void resumeJobs();
  onWake(resumeJobs);
  onOnline(async () => (await durable).runner.resumeAfter('networkDown'));

  const signIn = new SignIn({
    onBegin: () => {
      const ends = [keepAlive(), watchConsentWindow()];
      return () => {
        ends.forEach((end) => end());
        void durable.then(({ runner }) => runner.resumeAfter('signInBusy'));
      };
    },
    showWindow: showConsentWindow,
    onConnected: async ({ id }) => {
      // It may have other permissions.
      await (await durable).calls.relearn(id);
      gatherer.retry(
        (problem, { dataCenter, org }) => isMendedBySignIn(problem) && connectionId(dataCenter, org) === id,
      );
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
  const goOnAllowed = async () => {
    const jobs = await durable;
    await goOnWhereMended(jobs);
    await jobs.runner.settleLeft(true);
  };
  onHostsAllowed(() => {
    gatherer.retry(isMendedByAccess);
    void forgetFailedSignIn(isMendedByAccess);
    void goOnAllowed();
  });

  const withRunner =
    (act: (runner: JobRunner, jobId: string) => Promise<void>) =>
    async ({ jobId }: { jobId: string }) => {
      await act((await durable).runner, jobId);
      return null;
    };

  const withNote =
    (note: () => Partial<Job>) =>
    async ({ jobId }: { jobId: string }) => {
      await (await durable).journal.updateJob(jobId, note);
      return null;
    };

  const answers: Answers = {
    readOpening: (page) => readOpening(answers, page),
    readSelection: ({ tabId, link }) => readSelections(tabId, link, lookUp),
    async readBegun({ tabId }) {
      const [draft, gathering] = await Promise.all([readDraft(tabId), answers.readGathering({ tabId })]);
      return { draft, gathering };
    },
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
    async connect({ page, query }) {
      try {
        return connectionInfo(await signIn.connect(page));
      } finally {
        if (page && query !== undefined) void reopenPopup(page, query).catch(() => undefined);
      }
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

    async readPreview({ selection, again }) {
      const { dataCenter, org } = selection;
      return (await durable).previewer.read(connectionId(dataCenter, org), selection, again);
    },
    async readPreviewState({ previewId }) {
      return (await durable).previewer.whenReadOrAfter(previewId, previewPulse);
    },
    async cancelPreview({ selection }) {
      const { dataCenter, org } = selection;
      await (await durable).previewer.cancel(connectionId(dataCenter, org), selection);
      return null;
    },

    async startRemoval(order) {
      return { jobId: await startRemoval(await durable, order) };
    },
    async readJob(shown) {
      return (await readJobOfTab((await durable).journal, shown)) ?? null;
    },
    readRunSettings: () => readRunSettings(),
    continueJob: withRunner((runner, jobId) => runner.continue(jobId)),
    pauseJob: withRunner((runner, jobId) => runner.pause(jobId)),
    cancelJob: withRunner((runner, jobId) => runner.cancel(jobId)),
    async undoJob({ jobId }) {
      return { jobId: await undoRemoval(await durable, jobId) };
    },
    retryFailed: withRunner((runner, jobId) => runner.retryFailed(jobId)),
    async dismissJob({ jobId }) {
      const { journal } = await durable;
      const job = await journal.readJob(jobId);
      if (job) await leaveGiven(job);
      await journal.dismiss(jobId);
      return null;
    },
    seeJob: withNote(() => ({ seenAt: Date.now() })),
    tellJobEnd: withNote(() => ({ tellEnd: true })),
    deleteJob: withRunner((runner, jobId) => runner.delete(jobId)),
  };
  answerPages(answers);

  /** The journal, once there are words to tell of it. */
  const journal = language.then(async () => (await durable).journal);
  keepBadges(journal);
  keepContextMenu(journal);
  answerNotifications(durable);
  const quickRemoval = new QuickRemoval(durable, lookUp);
  onContextMenu(async ({ tabId, link, tagName }) => {
    if (tagName === undefined) await openPopup(tabId, { link });
    else await quickRemoval.remove({ tabId, link, tagNames: [tagName] });
  });
  onRepeatCommand((tabId) => quickRemoval.remove({ tabId }));
});
