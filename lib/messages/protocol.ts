import type { Browser } from 'wxt/browser';
import type { Draft } from '@/lib/browser/draft';
import type { ShownJob } from '@/lib/browser/job-of-tab';
import type { ListedTag } from '@/lib/bigin/endpoints/list-tags';
import type { ModuleName } from '@/lib/bigin/modules';
import type { Gathering, GatherRequest } from '@/lib/gather/gather-request';
import type { Account, JobProgress } from '@/lib/jobs/account/account';
import type { ConnectionInfo } from '@/lib/oauth/connection';
import type { SignInPage, SignInState } from '@/lib/oauth/sign-in-state';
import type { PreviewState } from '@/lib/preview/preview-state';
import type { Result } from '@/lib/problem';
import type { PageReading } from '@/lib/selection/page-reading';
import type { ComponentList } from '@/lib/selection/readers/read-components';
import type { Given, Selection, Selections } from '@/lib/selection/selection';
import type { RunSettings } from '@/lib/settings/run-settings';
import type { Opening } from './opening';
import { hear, send, type Frame, type Hearer } from './transport';

/** How the tab's page and the connections stand to each other. */
export interface PageConnection {
  /** The connection of the tab's organization. */
  connection?: ConnectionInfo;
  /** Connections of other organizations. */
  others: ConnectionInfo[];
  /** The sign-in that this page asked for. */
  signIn: SignInState;
}

/** What the user had begun in a tab's popup. */
export interface Begun {
  draft: Draft;
  /** A reading of records. */
  gathering: Gathering | null;
}

/** A module of an organization. */
type OrgModule = SignInPage & { module: ModuleName };

/** What our pages may ask the worker. Every answer is a value or a problem; nothing is thrown across. */
export interface WorkerProtocol {
  /**
   * With a link, the record that the link names; else what the user gave for the tab; else what its page says is
   * selected. Records whose module the page does not tell are looked up where the organization is connected.
   */
  readSelection(input: { tabId: number; link?: string | undefined }): Result<Selections>;
  /** What a popup of the tab shows when it opens. */
  readOpening(input: { tabId: number; link?: string | undefined }): Result<Opening>;
  readBegun(input: { tabId: number }): Result<Begun>;
  /** How many records the tab's page says are selected, whatever was given. */
  countSelected(input: { tabId: number }): Result<number>;
  /** What the user gives in place of the page's selection; and back to that. */
  giveSelection(input: { tabId: number; selections: Selections }): Result<null>;
  forgetGiven(input: { tabId: number }): Result<null>;
  readGiven(input: { tabId: number }): Result<Given | null>;
  /** Reads records through the API; where it succeeds, they become what the user gave. */
  startGathering(input: { tabId: number; request: GatherRequest }): Result<null>;
  readGathering(input: { tabId: number }): Result<Gathering | null>;
  cancelGathering(input: { tabId: number }): Result<null>;
  /** The tags of a module. */
  listTags(input: OrgModule): Result<ListedTag[]>;
  countTaggedRecords(input: OrgModule & { tagId: string }): Result<number>;
  readPageConnection(input: SignInPage): Result<PageConnection>;
  listConnections(input: Record<string, never>): Result<ConnectionInfo[]>;
  /** The sign-in that the options page asked for. */
  readSignIn(input: Record<string, never>): Result<SignInState>;
  /** With a page, the organization must turn out to be the page’s; with a query, the popup opens again with that if it closed. */
  connect(input: { page?: SignInPage | undefined; query?: string | undefined }): Result<ConnectionInfo>;
  /** Whether the connection works: its token, and the organization that it is for. */
  testConnection(input: { connectionId: string }): Result<null>;
  disconnect(input: { connectionId: string }): Result<null>;
  /** Begins to read where nothing is known; `again`: also what was read before, unless that is as good as now. */
  readPreview(input: { selection: Selection; again?: boolean | undefined }): Result<PreviewState>;
  /** How a preview stands that was asked for: what to ask while it is being read. Answered when it is, or in a while. */
  readPreviewState(input: { previewId: string }): Result<PreviewState>;
  cancelPreview(input: { selection: Selection }): Result<null>;
  startRemoval(input: { previewId: string; tagNames: string[]; tabId: number }): Result<{ jobId: string }>;
  /** The job to show for a tab and what it selects: how far it is, or its account once it is over. */
  readJob(input: ShownJob): Result<JobProgress | Account | null>;
  readRunSettings(input: Record<string, never>): Result<RunSettings>;
  continueJob(input: { jobId: string }): Result<null>;
  /** The calls that are under way are waited for; it goes on when the user continues it. */
  pauseJob(input: { jobId: string }): Result<null>;
  cancelJob(input: { jobId: string }): Result<null>;
  undoJob(input: { jobId: string }): Result<{ jobId: string }>;
  retryFailed(input: { jobId: string }): Result<null>;
  /** The user went on from a job's result; the popup does not show it again. */
  dismissJob(input: { jobId: string }): Result<null>;
  /** The user sees how a job stands that does not run. */
  seeJob(input: { jobId: string }): Result<null>;
  /** The user asks to be told when the job is done. */
  tellJobEnd(input: { jobId: string }): Result<null>;
  /** Forgets a job and all that became of its records; with it goes the way to undo it. */
  deleteJob(input: { jobId: string }): Result<null>;
}

/** What the worker asks a content script. */
interface PageProtocol {
  /** With what the page's list components say, which only a page of ours or the worker can ask. */
  readPage(input: { components: ComponentList[] }): PageReading;
  /** The link to Bigin that the user came to last: see `watchLinks`. */
  readPointedLink(): string | undefined;
}

/** What a content script tells the worker unasked: these and nothing else. */
interface ContentProtocol {
  /** How many records its page says are selected now. */
  selectionCount(input: { count: number }): void;
  /** The user came to a link of another kind: see `watchLinks`. */
  linkPointed(): void;
}

/** The one contract between the extension's contexts. */
type Protocol = WorkerProtocol & PageProtocol & ContentProtocol;

type Data<K extends keyof Protocol> = Parameters<Protocol[K]>[0];
type Answer<K extends keyof Protocol> = ReturnType<Protocol[K]>;

/** Sends a message to the worker, or to a frame's content script. Throws where it is not answered, or refused. */
export function sendMessage<K extends keyof Protocol>(
  type: K,
  ...[data, frame]: undefined extends Data<K> ? [data?: undefined, to?: Frame] : [data: Data<K>, to?: Frame]
): Promise<Answer<K>> {
  return send(type, data, frame) as Promise<Answer<K>>;
}

/** Has messages of a type answered with what the function returns or throws; returns what ends that. */
export function onMessage<K extends keyof Protocol>(
  type: K,
  answer: (message: {
    data: Data<K>;
    sender: Browser.runtime.MessageSender;
  }) => Answer<K> | Promise<Answer<K>>,
): () => void {
  return hear(type, answer as Hearer);
}
