import { defineBackground } from 'wxt/utils/define-background';
import { BiginClient } from '@/lib/bigin/client';
import { dataCenters, type DataCenterId } from '@/lib/bigin/data-centers';
import { parsePageUrl } from '@/lib/bigin/page-url';
import { askPage } from '@/lib/browser/ask-page';
import { showConsentWindow, watchConsentWindow } from '@/lib/browser/consent-window';
import { createContextMenu, onContextMenu } from '@/lib/browser/context-menu';
import { keepAlive, keepAliveForJobs, onWake } from '@/lib/browser/keep-alive';
import { openPopup } from '@/lib/browser/open-popup';
import { restrictStorage } from '@/lib/browser/restrict-storage';
import { openDatabase } from '@/lib/database';
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
import { makePreview } from '@/lib/preview/make-preview';
import { summarize } from '@/lib/preview/preview';
import { PreviewStore } from '@/lib/preview/preview-store';
import { ProblemError } from '@/lib/problem';
import { selectionOf, selectionOfLink } from '@/lib/selection/selection';

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
    onConnected: async ({ id }) => (await durable).runner.continueSignedIn(id),
  });
  void signIn.recover();

  answerPages({
    async readSelection({ tabId, link }) {
      return link === undefined ? selectionOf(await askPage(tabId)) : selectionOfLink(link);
    },

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
      const id = connectionId(selection.dataCenter, selection.org);
      if (!(await findConnection(id))) throw new ProblemError('noConnection');
      const client = clientOf({ dataCenter: selection.dataCenter, connectionId: id });
      // Offline is told at once; a busy Bigin is waited for.
      const preview = await makePreview(client, id, selection, {
        attempt: (call) => withRetries(call, systemClock, () => true, isBusy),
      });
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
      await (await durable).journal.dismiss(jobId);
      return null;
    },
  });

  createContextMenu();
  onContextMenu(async (tabId, link) => {
    await openPopup(tabId, link && parsePageUrl(link)?.recordId ? link : undefined);
  });
});
