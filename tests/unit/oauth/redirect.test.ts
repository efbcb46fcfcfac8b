import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRedirect } from '@/lib/oauth/redirect';
import { ProblemError } from '@/lib/problem';
import { redirectUri } from '../support/oauth';
import { problemOfCall } from '../support/problem-of';

const request = { url: '', redirectUri, state: 's1' };
const read = (rest: string) => parseRedirect(`${redirectUri}${rest}`, request, 'jp');
const problemOf = (rest: string) => problemOfCall(() => read(rest));

describe('a redirect', () => {
  it('brings a code, and the data center of its server', () => {
    const server = encodeURIComponent('https://accounts.zoho.com.au');
    expect(read(`?state=s1&code=c1&location=au&accounts-server=${server}`)).toEqual({
      dataCenter: 'au',
      code: 'c1',
    });
  });

  it('names the data center by its location alone, or not at all', () => {
    expect(read('?state=s1&code=c1&location=sa').dataCenter).toBe('sa');
    expect(read('?state=s1&code=c1').dataCenter).toBe('jp');
  });

  it('brings a token in its fragment', () => {
    expect(read('#state=s1&access_token=t1&expires_in=1800&location=eu')).toEqual({
      dataCenter: 'eu',
      accessToken: 't1',
      expiresIn: 1800,
    });
    expect(read('#state=s1&access_token=t1')).toMatchObject({ expiresIn: 3600 });
    expect(read('#state=s1&access_token=t1&expires_in=-1')).toMatchObject({ expiresIn: 3600 });
  });

  it('is refused where its token is for another API', () => {
    const api = encodeURIComponent('https://www.zohoapis.com');
    expect(problemOf(`#state=s1&access_token=t1&location=eu&api_domain=${api}`)).toEqual({
      code: 'serverUntrusted',
    });
  });

  it.each(['', '?code=c1', '?state=&code=c1', '?state=S1&code=c1', '?state=s1', '?state=s1&code='])(
    'is refused where it is no answer to the request: “%s”',
    (rest) => {
      expect(problemOf(rest)).toEqual({ code: 'redirectUntrusted' });
    },
  );

  it.each([
    'https://evil.example/?state=s1&code=c1',
    `${redirectUri.replace('https', 'http')}?state=s1&code=c1`,
    `${redirectUri}other?state=s1&code=c1`,
    'no URL',
  ])('is refused where it goes elsewhere: %s', (url) => {
    expect(problemOfCall(() => parseRedirect(url, request, 'us'))).toEqual({ code: 'redirectUntrusted' });
  });

  it('says what Zoho’s error was, in a few letters', () => {
    expect(problemOf('?state=s1&error=access_denied')).toEqual({ code: 'consentRejected' });
    expect(problemOf('#state=s1&error=client_not_granted')).toEqual({
      code: 'consentRefused',
      values: { code: 'client_not_granted' },
    });
    const html = encodeURIComponent(`<b>${'x'.repeat(200)}</b>`);
    expect(problemOf(`?state=s1&error=${html}`).values?.['code']).toMatch(/^\w{40}$/);
  });

  it('of another request is not even believed in its error', () => {
    expect(problemOf('?state=other&error=access_denied')).toEqual({ code: 'redirectUntrusted' });
  });

  it('never names a server outside the table, whatever it says', () => {
    fc.assert(
      fc.property(fc.webUrl(), fc.string(), (server, location) => {
        const answer = new URLSearchParams({ state: 's1', code: 'c', 'accounts-server': server, location });
        expect(() => read(`?${answer}`)).toThrow(ProblemError);
      }),
    );
  });
});
