import { describe, expect, it } from 'vitest';
import { packagePaths } from '../../../scripts/packages/package-paths';
import { submissionOf } from '../../../scripts/release/submission';

const firefox = { FIREFOX_EXTENSION_ID: 'a@b', FIREFOX_JWT_ISSUER: 'issuer', FIREFOX_JWT_SECRET: 'secret' };
const edge = { EDGE_PRODUCT_ID: 'product', EDGE_CLIENT_ID: 'client', EDGE_API_KEY: 'key' };

describe('a submission', () => {
  it('goes nowhere without secrets, be they absent or empty', () => {
    const leftOut = ['Chrome Web Store', 'Firefox Add-ons', 'Edge Add-ons'];
    expect(submissionOf({})).toEqual({ args: [], leftOut });
    expect(submissionOf({ CHROME_CLIENT_ID: '', EDGE_API_KEY: '' })).toEqual({ args: [], leftOut });
  });

  it('goes to the stores whose secrets are set, with the package of each', () => {
    expect(submissionOf({ ...firefox, ...edge })).toEqual({
      args: [
        '--firefox-zip',
        packagePaths.firefox,
        '--firefox-sources-zip',
        packagePaths.firefoxSources,
        '--edge-zip',
        packagePaths.edge,
      ],
      leftOut: ['Chrome Web Store'],
    });
  });

  it('is refused where a store has some of its secrets and not all: somebody forgot one', () => {
    expect(() => submissionOf({ ...edge, EDGE_API_KEY: '' })).toThrow(
      'For Edge Add-ons, EDGE_API_KEY must be set, too',
    );
  });

  it('has no secret among its arguments, which are seen in logs', () => {
    expect(submissionOf(firefox).args.join(' ')).not.toMatch(/secret|issuer/);
  });
});
