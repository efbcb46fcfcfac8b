import { explain } from '@/lib/bigin/errors/explain';
import { ProblemError, type Problem } from '@/lib/problem';
import { connect } from './connect';
import type { Connection } from './connection';
import { forgetSignIn, readSignIn, saveSignIn, type SignInPage, type SignInState } from './sign-in-state';

/** Milliseconds after which a failure is old news. */
const memory = 600_000;

export interface SignInOptions {
  /** Told when a sign-in begins; what it returns is called at its end. */
  onBegin?: () => () => void;
  /** Brings the consent window of the sign-in that is under way to the front. */
  showWindow?: () => Promise<void>;
  onConnected?: (connection: Connection) => Promise<void>;
}

/**
 * The worker's one sign-in at a time. It belongs to the worker because a popup is destroyed the moment the
 * consent window opens. How it stands is stored, so that a popup that is opened later knows, and so that a
 * worker that was stopped in the middle (and cannot hear the window any more) says so.
 */
export class SignIn {
  readonly #options: SignInOptions;
  #running: { page: SignInPage | undefined; end: Promise<Connection> } | undefined;

  constructor(options: SignInOptions = {}) {
    this.#options = options;
  }

  /** To be called when the worker starts: a sign-in that a stopped worker had begun was interrupted. */
  async recover(): Promise<void> {
    const stored = await readSignIn();
    if (stored?.kind === 'running' && !this.#running) await fail({ code: 'signInInterrupted' }, stored.page);
  }

  /** How the sign-in stands that this page asked for; without a page, the one that the options page asked for. */
  async state(page?: SignInPage): Promise<SignInState> {
    if (this.#running) return { connecting: isSame(this.#running.page, page) };
    await this.recover();
    const stored = await readSignIn();
    if (stored?.kind !== 'failed' || stored.at < Date.now() - memory || !isSame(stored.page, page)) {
      return { connecting: false };
    }
    return { connecting: false, problem: stored.problem };
  }

  /**
   * Connects an organization. Where a page asks, it must turn out to be that page's: a connection of another
   * one is kept, since the user did authorize it, and `otherOrg` is thrown. While a sign-in is under way, its
   * window is shown: whoever began it awaits its end, another page is told that it must wait (`signInBusy`).
   */
  async connect(page?: SignInPage): Promise<Connection> {
    if (this.#running) {
      const { page: asking, end } = this.#running;
      await this.#options.showWindow?.();
      if (!isSame(asking, page)) throw new ProblemError('signInBusy');
      return end;
    }
    const end = this.#begin(page);
    this.#running = { page, end };
    return end;
  }

  /** How it stands is stored last, so that whoever is told of the change finds the sign-in ended. */
  async #begin(page: SignInPage | undefined): Promise<Connection> {
    const release = this.#options.onBegin?.();
    try {
      await saveSignIn({ kind: 'running', ...(page && { page }) });
      const connection = await connect(page?.dataCenter);
      // The connection is made, whatever becomes of what waited for it.
      await this.#options.onConnected?.(connection).catch(() => undefined);
      const problem = mismatch(connection, page);
      if (problem) throw new ProblemError(problem.code, problem.values);
      this.#running = undefined;
      await forgetSignIn();
      return connection;
    } catch (error) {
      this.#running = undefined;
      await fail(explain(error), page);
      throw error;
    } finally {
      release?.();
    }
  }
}

async function fail(problem: Problem, page: SignInPage | undefined): Promise<void> {
  await saveSignIn({ kind: 'failed', problem, at: Date.now(), ...(page && { page }) });
}

function mismatch(
  { dataCenter, org, orgName }: Connection,
  page: SignInPage | undefined,
): Problem | undefined {
  if (!page || isSame({ dataCenter, org }, page)) return undefined;
  return { code: 'otherOrg', values: { connected: orgName, wanted: page.org } };
}

function isSame(one: SignInPage | undefined, other: SignInPage | undefined): boolean {
  return one?.dataCenter === other?.dataCenter && one?.org === other?.org;
}
