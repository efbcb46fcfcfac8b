import type { FakeBigin } from '../../fake-bigin/index';

export interface ConsentChoice {
  email: string;
  /** Which organization to choose, where the page asks. */
  org?: string;
  decision?: 'Accept' | 'Reject';
}

/** A person at Zoho's pages: keeps cookies, fills in forms, follows redirects. */
export class Person {
  readonly #fake: FakeBigin;
  readonly #cookies = new Map<string, string>();

  constructor(fake: FakeBigin) {
    this.#fake = fake;
  }

  /** What `launchWebAuthFlow` does with a window: resolves with the URL of the client's redirect. */
  async consent(url: string, { email, org, decision = 'Accept' }: ConsentChoice): Promise<string> {
    let page = await this.#open(url);
    for (let step = 0; step < 5; step++) {
      if ('redirect' in page) return page.redirect;
      const { action } = page;
      if (page.html.includes('name="password"')) {
        const serviceurl = page.hidden['serviceurl'] ?? '';
        page = await this.#open(action, { email, password: 'bigin', serviceurl });
      } else if (page.html.includes('name="decision"')) {
        const session = page.html.includes('name="for_session"') && { for_session: 'true' };
        page = await this.#open(action, {
          decision: decision.toLowerCase(),
          ...session,
          ...(org && { org }),
        });
      } else {
        break;
      }
    }
    // Chromium's words for a flow that cannot go on.
    throw new Error('Authorization page could not be loaded.');
  }

  /** The same without a window: only a redirect that comes at once is taken. */
  async silently(url: string): Promise<string> {
    const page = await this.#open(url);
    if ('redirect' in page) return page.redirect;
    // Chromium's words for a page that comes in place of the redirect.
    throw new Error(
      'User interaction required. Try setting `abortOnLoadForNonInteractive` and `timeoutMsForNonInteractive` if multiple ' +
        "navigations are required, or if code is used for redirects in the authorization page after it's loaded.",
    );
  }

  async #open(url: string, form?: Record<string, string>): Promise<Page> {
    const { host } = new URL(url);
    const response = await this.#fake.fetch(
      new Request(url, {
        headers: { cookie: this.#cookies.get(host) ?? '' },
        ...(form && { method: 'POST', body: new URLSearchParams(form) }),
      }),
    );
    const cookie = response.headers.get('set-cookie')?.split(';')[0];
    if (cookie) this.#cookies.set(host, cookie);
    const location = response.headers.get('location');
    if (location) {
      const next = new URL(location, url);
      return next.host.startsWith('accounts.') ? this.#open(next.href) : { redirect: next.href };
    }
    return readForm(await response.text(), url);
  }
}

type Page = { redirect: string } | { html: string; action: string; hidden: Record<string, string> };

function readForm(html: string, url: string): Page {
  const action = /<form [^>]*action="([^"]*)"/.exec(html)?.[1] ?? '';
  const hidden = Object.fromEntries(
    Array.from(
      html.matchAll(/type="hidden" name="([^"]*)" value="([^"]*)"/g),
      ([, name = '', value = '']) => [name, unescapeHtml(value)],
    ),
  );
  return { html, action: new URL(unescapeHtml(action), url).href, hidden };
}

function unescapeHtml(text: string): string {
  return text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
}
