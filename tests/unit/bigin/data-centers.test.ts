import { describe, expect, it } from 'vitest';
import {
  apiConsole,
  dataCenterIds,
  dataCenterOfAccountsServer,
  dataCenterOfWebHost,
  dataCenters,
  isOrigin,
  serverPatterns,
  webAppPatterns,
} from '@/lib/bigin/data-centers';
import { dataCenters as realOnes } from '../../fake-bigin/index';

describe('the table of data centers', () => {
  it('has the nine that Zoho runs', () => {
    expect([...dataCenterIds].sort()).toEqual(['au', 'ca', 'cn', 'eu', 'in', 'jp', 'sa', 'uk', 'us']);
  });

  it.each(realOnes.map((each) => [each.id, each] as const))('knows the hosts of %s', (id, real) => {
    expect(dataCenters[id]).toMatchObject({
      webHost: real.webApp,
      accountsServer: `https://${real.accounts}`,
      apiDomain: `https://${real.api}`,
    });
    expect(dataCenterOfWebHost(real.webApp)).toBe(id);
    expect(dataCenterOfAccountsServer(`https://${real.accounts}`)).toBe(id);
    expect(dataCenterOfAccountsServer(`https://${real.accounts}/`)).toBe(id);
  });

  it('asks the browser for these hosts and no others, by https alone', () => {
    expect(webAppPatterns.toSorted()).toEqual(realOnes.map(({ webApp }) => `https://${webApp}/*`).toSorted());
    expect(serverPatterns.toSorted()).toEqual(
      realOnes.flatMap(({ accounts, api }) => [`https://${accounts}/*`, `https://${api}/*`]).toSorted(),
    );
  });
});

describe('a server that a redirect names', () => {
  it.each([
    ['another scheme', 'http://accounts.zoho.com'],
    ['a port', 'https://accounts.zoho.com:8443'],
    ['the default port, written out', 'https://accounts.zoho.com:443'],
    ['a longer host', 'https://accounts.zoho.com.evil.example'],
    ['a prefix of the host', 'https://evil-accounts.zoho.com'],
    ['a host below', 'https://x.accounts.zoho.com'],
    ['a user name', 'https://accounts.zoho.com@evil.example'],
    ['a user name before the true host', 'https://evil@accounts.zoho.com'],
    ['a path', 'https://accounts.zoho.com/evil'],
    ['a query', 'https://accounts.zoho.com/?x=1'],
    ['a fragment', 'https://accounts.zoho.com#x'],
    ['a trailing dot', 'https://accounts.zoho.com.'],
    ['letters that look alike', 'https://accounts.zоho.com'],
    ['the same in punycode', 'https://accounts.xn--zho-fmc.com'],
    ['a data center that does not exist', 'https://accounts.zoho.xyz'],
    ['the API domain', 'https://www.zohoapis.com'],
    ['white space', ' https://accounts.zoho.com'],
    ['nothing', ''],
  ])('is refused for %s', (_, url) => {
    expect(dataCenterOfAccountsServer(url)).toBeUndefined();
  });

  it('has the given origin and nothing more', () => {
    expect(isOrigin('https://www.zohoapis.eu/', 'https://www.zohoapis.eu')).toBe(true);
    expect(isOrigin('https://www.zohoapis.eu//', 'https://www.zohoapis.eu')).toBe(false);
    expect(isOrigin('https://www.zohoapis.com', 'https://www.zohoapis.eu')).toBe(false);
  });
});

describe('the console in which clients are registered', () => {
  it('is the data center’s own, and the US one’s where none is set', () => {
    expect(apiConsole('eu')).toBe('https://api-console.zoho.eu');
    expect(apiConsole('au')).toBe('https://api-console.zoho.com.au');
    expect(apiConsole('ca')).toBe('https://api-console.zohocloud.ca');
    expect(apiConsole('automatic')).toBe('https://api-console.zoho.com');
  });
});
