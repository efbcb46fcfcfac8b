import { defineExtensionMessaging } from '@webext-core/messaging';
import type { ConnectionInfo } from '@/lib/oauth/connection';
import type { SignInPage, SignInState } from '@/lib/oauth/sign-in-state';
import type { PreviewSummary } from '@/lib/preview/preview';
import type { Result } from '@/lib/problem';
import type { PageReading } from '@/lib/selection/page-reading';
import type { ComponentList } from '@/lib/selection/read-components';
import type { Selection } from '@/lib/selection/selection';

/** How the tab's page and the connections stand to each other. */
export interface PageConnection {
  /** The connection of the tab's organization. */
  connection?: ConnectionInfo;
  /** Connections of other organizations. */
  others: ConnectionInfo[];
  /** The sign-in that this page asked for. */
  signIn: SignInState;
}

/** What our pages may ask the worker. Every answer is a value or a problem; nothing is thrown across. */
export interface WorkerProtocol {
  /** With a link, the record that the link names; else what the tab's page says is selected. */
  readSelection(input: { tabId: number; link?: string | undefined }): Result<Selection>;
  readPageConnection(input: SignInPage): Result<PageConnection>;
  listConnections(input: Record<string, never>): Result<ConnectionInfo[]>;
  /** The sign-in that the options page asked for. */
  readSignIn(input: Record<string, never>): Result<SignInState>;
  /** With a page, the organization must turn out to be the page's. */
  connect(input: { page?: SignInPage | undefined }): Result<ConnectionInfo>;
  /** Whether the connection works: its token, and the organization that it is for. */
  testConnection(input: { connectionId: string }): Result<null>;
  /** Whether Zoho takes the client that is set up; the problem says what it does not take. */
  checkClient(input: Record<string, never>): Result<null>;
  disconnect(input: { connectionId: string }): Result<null>;
  readPreview(input: { selection: Selection }): Result<PreviewSummary>;
  startRemoval(input: { previewId: string; tagNames: string[]; tabId: number }): Result<{ jobId: string }>;
  continueJob(input: { jobId: string }): Result<null>;
  cancelJob(input: { jobId: string }): Result<null>;
  undoJob(input: { jobId: string }): Result<{ jobId: string }>;
  retryFailed(input: { jobId: string }): Result<null>;
  /** The user went on from a job's result; the popup does not show it again. */
  dismissJob(input: { jobId: string }): Result<null>;
}

/** What the worker asks a content script. */
interface PageProtocol {
  /** With what the page's list components say, which only the worker can ask. */
  readPage(input: { components: ComponentList[] }): PageReading;
}

/** The one contract between the extension's contexts. */
export const { sendMessage, onMessage } = defineExtensionMessaging<WorkerProtocol & PageProtocol>();
