/** `npx tsx scripts/draw-icons.ts`: draws public/icon/*.png from the two SVGs; the smallest has its own. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { findChromium } from './find-chromium';
import { root } from './run-command';

const drawings = { 16: 'icon-16.svg', 32: 'icon.svg', 48: 'icon.svg', 96: 'icon.svg', 128: 'icon.svg' };

const browser = await chromium.launch({
  executablePath: findChromium(),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
for (const [size, drawing] of Object.entries(drawings)) {
  const svg = readFileSync(join(root, 'scripts/icons', drawing), 'utf8');
  const page = await browser.newPage({ viewport: { width: Number(size), height: Number(size) } });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw;height:100vh}</style>${svg}`);
  writeFileSync(join(root, 'public/icon', `${size}.png`), await page.screenshot({ omitBackground: true }));
  await page.close();
}
await browser.close();
