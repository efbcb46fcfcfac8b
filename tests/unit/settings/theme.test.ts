import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const entrypoints = join(import.meta.dirname, '../../../entrypoints');
const pages = readdirSync(entrypoints, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.html'),
);

describe('every page of ours', () => {
  it.each(pages)('%s begins in the theme of the one before, without a flash of another', (page) => {
    const html = readFileSync(join(entrypoints, page), 'utf8');
    const [head = ''] = html.split('</head>');
    expect(head).toContain('<meta name="color-scheme" content="light dark" />');
    // Not a module: these run once the page has been drawn.
    const script = page.startsWith('popup') ? 'popup-head' : 'page-head';
    expect(head).toContain(`<script vite-ignore src="/${script}.js"></script>`);
  });
});
