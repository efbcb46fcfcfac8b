import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { moduleNames } from '@/lib/bigin/modules';
import { languageCodes } from '@/lib/i18n/languages';
import { root } from '../../../scripts/run-command';
import { readListings } from '../../../scripts/store/listing';

const images = join(root, 'docs/store/images');

describe.each(readListings())('the listing in $language', ({ language, name, summary, description }) => {
  it('fits into every store', () => {
    // Edge Add-ons has the shortest names and asks for the longest descriptions; the Web Store has the shortest summaries.
    expect(name.length).toBeLessThanOrEqual(45);
    expect(summary.length).toBeLessThanOrEqual(132);
    expect(description.length).toBeGreaterThanOrEqual(250);
    expect(description.length).toBeLessThanOrEqual(10_000);
  });

  it('is plain text, and says whose it is not', () => {
    expect(description).not.toMatch(/[<>]|\]\(|\*\*/);
    expect(description.split('\n').at(-1)).toMatch(/^Untag for Bigin.*Zoho/);
  });

  it('names the modules as the extension does', () => {
    const locale = JSON.parse(
      readFileSync(join(root, `lib/i18n/locales/${language}.json`), 'utf8'),
    ) as Record<string, string>;
    for (const module of moduleNames) {
      const [, plural = ''] = /other \{([^}]*)\}/.exec(locale[`module.${module}`] ?? '') ?? [];
      expect(plural).not.toBe('');
      expect(description.toLowerCase()).toContain(plural.toLowerCase());
    }
  });
});

describe('the texts', () => {
  it('are there in each language, and in no other', () => {
    const files = readdirSync(join(root, 'docs/store/descriptions'));
    expect(files.sort()).toEqual(languageCodes.map((code) => `${code}.txt`).sort());
  });
});

describe('the images', () => {
  it('are five screenshots, two tiles and a logo, each in the size that stores ask for', () => {
    const sizes = Object.fromEntries(readdirSync(images).map((file) => [file, pngSize(join(images, file))]));
    expect(sizes).toEqual({
      '1-choose.png': '1280x800',
      '2-running.png': '1280x800',
      '3-result.png': '1280x800',
      '4-side-panel.png': '1280x800',
      '5-history.png': '1280x800',
      'logo-300x300.png': '300x300',
      'marquee-1400x560.png': '1400x560',
      'tile-440x280.png': '440x280',
    });
  });

  it('weigh little', () => {
    const bytes = readdirSync(images).map((file) => readFileSync(join(images, file)).length);
    expect(bytes.reduce((sum, each) => sum + each)).toBeLessThan(3_000_000);
  });
});

/** As the head of a PNG tells it. */
function pngSize(path: string): string {
  const png = readFileSync(path);
  return `${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`;
}
