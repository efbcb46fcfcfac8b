import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { withLineBreaks } from '../../../scripts/release/private-key';

describe('the private key of a service account', () => {
  const key = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({
    type: 'pkcs8',
    format: 'pem',
  });
  const asInFile = JSON.stringify(key).slice(1, -1);

  it('can be read as it stands in Google’s file', () => {
    expect(() => createPrivateKey(asInFile)).toThrow();
    expect(createPrivateKey(withLineBreaks(asInFile)).type).toBe('private');
  });

  it('stays as it is where it has its line breaks', () => {
    expect(withLineBreaks(key.toString())).toBe(key);
  });
});
