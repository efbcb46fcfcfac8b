import { defineExtensionMessaging } from '@webext-core/messaging';
import type { DataCenterId } from '@/lib/bigin/data-centers';
import type { ConnectionInfo } from '@/lib/oauth/connection';
import type { PreviewSummary } from '@/lib/preview/preview';
import type { Result } from '@/lib/problem';
import type { PageReading } from '@/lib/selection/page-reading';
import type { Selection } from '@/lib/selection/selection';

/** How the tab's page and the connections stand to each other. */
export interface PageConnection {
  /** The connection of the tab's organization. */
  connection?: ConnectionInfo;
  /** Connections of other organizations. */
  others: ConnectionInfo[];
  /** A sign-in that was begun and has not ended. */
  connecting: boolean;
}

/** What our pages may ask the worker. Every answer is a value or a problem; nothing is thrown across. */
export interface WorkerProtocol {
  /** With a link, the record that the link names; else what the tab's page says is selected. */
  readSelection(input: { tabId: number; link?: string | undefined }): Result<Selection>;
  readPageConnection(input: { dataCenter: DataCenterId; org: string }): Result<PageConnection>;
  listConnections(input: Record<string, never>): Result<ConnectionInfo[]>;
  /** With a page, the organization must turn out to be the page's. */
  connect(input: { page?: { dataCenter: DataCenterId; org: string } | undefined }): Result<ConnectionInfo>;
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
  readPage(input: Record<string, never>): PageReading;
}

/** The one contract between the extension's contexts. */
export const { sendMessage, onMessage } = defineExtensionMessaging<WorkerProtocol & PageProtocol>();
