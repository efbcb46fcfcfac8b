import { afterEach, describe, expect, it, vi } from 'vitest';
import { addedToSources } from '../../../scripts/packages/source-package';

describe('what the source package gets besides the sources', () => {
  afterEach(() => vi.unstubAllEnvs());

  it('tells how to build', () => {
    expect(addedToSources()['README.md']).toContain('npm run build-for-amo');
  });

  it('holds the client id where the build carries one, and nothing else of the environment', () => {
    vi.stubEnv('WXT_ZOHO_CLIENT_ID', '1000.ABC');
    vi.stubEnv('WXT_SECRET', 'secret');
    expect(addedToSources()['.env']).toBe('WXT_ZOHO_CLIENT_ID=1000.ABC\n');
  });

  it('has no such file where it carries none', () => {
    vi.stubEnv('WXT_ZOHO_CLIENT_ID', '');
    expect(Object.keys(addedToSources())).toEqual(['README.md']);
  });
});
