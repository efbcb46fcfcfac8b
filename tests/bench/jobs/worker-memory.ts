import type { BrowserContext, CDPSession } from '@playwright/test';
import * as z from 'zod';

/** Milliseconds between two looks. */
const interval = 250;

const answerSchema = z.object({
  id: z.int(),
  result: z.object({
    usedSize: z.number(),
    embedderHeapUsedSize: z.number(),
    backingStorageSize: z.number(),
  }),
});

/** With garbage, as it stands; or what is in use alone, for which garbage is collected before each look: that takes time. */
export type MemoryLook = 'as-it-stands' | 'in-use';

/** Looks at the memory of an extension's service worker again and again. */
export class WorkerMemory {
  readonly #session: CDPSession;
  readonly #sessionId: string;
  readonly #look: MemoryLook;
  readonly #timer: ReturnType<typeof setInterval>;
  #sent = 0;
  #last = 0;
  #most = 0;

  private constructor(session: CDPSession, sessionId: string, look: MemoryLook) {
    this.#session = session;
    this.#sessionId = sessionId;
    this.#look = look;
    session.on('Target.receivedMessageFromTarget', ({ message }) => this.#hear(message));
    this.#timer = setInterval(() => this.#ask(), interval);
  }

  static async watch(
    context: BrowserContext,
    extensionId: string,
    look: MemoryLook = 'as-it-stands',
  ): Promise<WorkerMemory> {
    const browser = context.browser();
    if (!browser) throw new Error('The browser has closed');
    const session = await browser.newBrowserCDPSession();
    const { targetInfos } = await session.send('Target.getTargets');
    const worker = targetInfos.find(
      ({ type, url }) => type === 'service_worker' && url.includes(extensionId),
    );
    if (!worker) throw new Error('No worker is running');
    const { sessionId } = await session.send('Target.attachToTarget', {
      targetId: worker.targetId,
      flatten: false,
    });
    return new WorkerMemory(session, sessionId, look);
  }

  #ask(): void {
    if (this.#look === 'in-use') this.#send('HeapProfiler.collectGarbage');
    this.#send('Runtime.getHeapUsage');
  }

  #send(method: string): void {
    const message = JSON.stringify({ id: ++this.#sent, method });
    void this.#session.send('Target.sendMessageToTarget', { sessionId: this.#sessionId, message });
  }

  #hear(message: string): void {
    const { data } = answerSchema.safeParse(JSON.parse(message));
    if (!data) return;
    const { usedSize, embedderHeapUsedSize, backingStorageSize } = data.result;
    this.#last = usedSize + embedderHeapUsedSize + backingStorageSize;
    this.#most = Math.max(this.#most, this.#last);
  }

  /** Megabytes (of a million bytes): the most that was seen, and what was seen last. */
  async end(): Promise<{ most: number; last: number }> {
    clearInterval(this.#timer);
    await this.#session.detach();
    if (this.#most === 0) throw new Error('The worker did not tell of its memory');
    return { most: this.#most / 1e6, last: this.#last / 1e6 };
  }
}
