import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { codeChallenge, randomToken } from '@/lib/oauth/flows/pkce';

describe('a random token', () => {
  it('is long enough for a code verifier, made of what may stand in one, and another each time', () => {
    const tokens = Array.from({ length: 50 }, randomToken);
    for (const token of tokens) expect(token).toMatch(/^[\da-f]{64}$/);
    expect(new Set(tokens).size).toBe(50);
  });
});

describe('the challenge of a code verifier', () => {
  it('is that of the example in RFC 7636', async () => {
    const challenge = await codeChallenge('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk');
    expect(challenge).toBe('E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM');
  });

  it('is the same as Node makes of it, whatever the digest holds', async () => {
    for (const verifier of Array.from({ length: 50 }, randomToken)) {
      const expected = createHash('sha256').update(verifier).digest('base64url');
      expect(await codeChallenge(verifier)).toBe(expected);
    }
  });
});
