import { browser, type Browser } from 'wxt/browser';

/** A frame of a tab, whose content script is asked. */
export interface Frame {
  tabId: number;
  frameId: number;
}

/** What came of a message; where nobody answers, there is none. */
type Reply = { res: unknown } | { err: { message: string } } | undefined;

/** Who hears a message of one type. */
export type Hearer = (message: { data: unknown; sender: Browser.runtime.MessageSender }) => unknown;

const hearers = new Map<unknown, Hearer>();

/** Sends a message to the worker, or to a frame's content script; throws where it is not answered, or refused. */
export async function send(type: string, data: unknown, frame?: Frame): Promise<unknown> {
  const message = { type, data };
  const reply: Reply = await (frame
    ? browser.tabs.sendMessage(frame.tabId, message, { frameId: frame.frameId })
    : browser.runtime.sendMessage(message));
  if (!reply || 'err' in reply) throw new Error(reply?.err.message ?? 'No answer');
  return reply.res;
}

/** Has messages of a type answered with what the hearer returns or throws; returns what ends that. */
export function hear(type: string, hearer: Hearer): () => void {
  hearers.set(type, hearer);
  // One for all types, which the browser adds once: the first that says that it will answer is waited for.
  browser.runtime.onMessage.addListener(answer);
  return () => void hearers.delete(type);
}

/** Answers by `reply`, whatever comes of it later: a promise is understood by newer browsers only. */
function answer(
  message: unknown,
  sender: Browser.runtime.MessageSender,
  reply: (reply: Reply) => void,
): boolean {
  const { type, data } = Object(message) as { type?: unknown; data?: unknown };
  const hearer = hearers.get(type);
  if (!hearer) return false;
  void (async () => hearer({ data, sender }))().then(
    (res) => reply({ res }),
    (error: unknown) => reply({ err: { message: error instanceof Error ? error.message : String(error) } }),
  );
  return true;
}
