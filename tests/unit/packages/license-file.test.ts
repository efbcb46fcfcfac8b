import { describe, expect, it } from 'vitest';
import { licenseFile } from '../../../scripts/packages/license-file';
import { shippedPackages } from '../../../scripts/shipped-packages';

describe('the licenses that go with every copy', () => {
  const { relativeDest, contents } = licenseFile();

  it('are a file of the package', () => {
    expect(relativeDest).toBe('licenses.txt');
  });

  it('begin with the extension’s own', () => {
    expect(contents).toMatch(/^Untag for Bigin\n\nMIT License\n/);
  });

  it.each([...shippedPackages()])('name %s, with whose it is and what it allows', (name) => {
    const [, text = ''] = contents.split(`\n${name}\n\n`);
    expect(text.slice(0, 400)).toMatch(/copyright/i);
    expect(text.slice(0, 1_500)).toContain('Permission is hereby granted');
  });

  it('of React are Meta’s', () => {
    expect(contents).toMatch(/\nreact\n\nMIT License\n\nCopyright \(c\) Meta Platforms/);
  });
});
