import { describe, expect, it } from 'vitest';
import { packagePaths } from '../../../scripts/packages/package-paths';
import { submissionOf } from '../../../scripts/release/submission';

const chrome = {
  CHROME_EXTENSION_ID: 'extension',
  CHROME_PUBLISHER_ID: 'publisher',
  CHROME_SERVICE_ACCOUNT_CLIENT_EMAIL: 'account@example.com',
  CHROME_SERVICE_ACCOUNT_PRIVATE_KEY: 'secret key',
};
const firefox = { FIREFOX_EXTENSION_ID: 'a@b', FIREFOX_JWT_ISSUER: 'issuer', FIREFOX_JWT_SECRET: 'secret' };
const edge = { EDGE_PRODUCT_ID: 'product', EDGE_CLIENT_ID: 'client', EDGE_API_KEY: 'secret' };

const chromeArgs = ['--chrome-api-version', 'v2', '--chrome-zip', packagePaths.chrome];
const firefoxArgs = [
  '--firefox-zip',
  packagePaths.firefox,
  '--firefox-sources-zip',
  packagePaths.firefoxSources,
];
const edgeArgs = ['--edge-zip', packagePaths.edge];

describe('a submission', () => {
  it('goes nowhere without secrets, be they absent or empty', () => {
    const leftOut = ['Chrome Web Store', 'Firefox Add-ons', 'Edge Add-ons'];
    expect(submissionOf({})).toEqual({ args: [], leftOut });
    expect(submissionOf({ CHROME_PUBLISHER_ID: '', EDGE_API_KEY: '' })).toEqual({ args: [], leftOut });
  });

  it('goes to the stores whose secrets are set, with the package that was made for each', () => {
    expect(submissionOf({ ...chrome, ...firefox, ...edge })).toEqual({
      args: [...chromeArgs, ...firefoxArgs, ...edgeArgs],
      leftOut: [],
    });
    expect(submissionOf({ ...firefox, ...edge })).toEqual({
      args: [...firefoxArgs, ...edgeArgs],
      leftOut: ['Chrome Web Store'],
    });
  });

  it('goes to the store that is named, and to no other', () => {
    const environment = { ...chrome, ...firefox };
    expect(submissionOf({ ...environment, STORE: 'firefox' })).toEqual({ args: firefoxArgs, leftOut: [] });
    expect(submissionOf({ ...environment, STORE: 'edge' })).toEqual({ args: [], leftOut: ['Edge Add-ons'] });
  });

  it('is refused for a store that is not known', () => {
    expect(() => submissionOf({ ...chrome, STORE: 'opera' })).toThrow(
      'STORE is opera, and not one of chrome, firefox, edge',
    );
  });

  it('is refused where a store has some of its secrets and not all: somebody forgot one', () => {
    expect(() => submissionOf({ ...edge, EDGE_API_KEY: '' })).toThrow(
      'For Edge Add-ons, EDGE_API_KEY must be set, too',
    );
  });

  it('of another store goes on where one has some of its secrets', () => {
    expect(submissionOf({ ...firefox, EDGE_PRODUCT_ID: 'product', STORE: 'firefox' }).args).toEqual(
      firefoxArgs,
    );
  });

  it('speaks version 2 of the Chrome Web Store’s API, signed in as a service account', () => {
    expect(submissionOf(chrome).args.join(' ')).toContain('--chrome-api-version v2');
    expect(() => submissionOf({ CHROME_EXTENSION_ID: 'extension' })).toThrow(
      'CHROME_PUBLISHER_ID and CHROME_SERVICE_ACCOUNT_CLIENT_EMAIL and CHROME_SERVICE_ACCOUNT_PRIVATE_KEY must be set',
    );
  });

  it('has no secret among its arguments, which are seen in logs', () => {
    expect(submissionOf({ ...chrome, ...firefox, ...edge }).args.join(' ')).not.toMatch(
      /secret|issuer|account/,
    );
  });
});
