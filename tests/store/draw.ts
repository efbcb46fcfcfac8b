import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext } from '@playwright/test';
import { root } from '../../scripts/run-command';

const icon = readFileSync(join(root, 'scripts/icons/icon.svg'), 'utf8');
const brand = /fill="(#\w{6})"/.exec(icon)?.[1] ?? '';
/** The same icon on a ground of its own colour. */
const iconOnBrand = icon.replace(/<rect[^>]*>/, '<rect width="128" height="128" rx="28" fill="#ffffff22" />');

/** Where the window stands in a screenshot of the store; its page is taken in this size. */
export const windowSize = { width: 1180, height: 610 };
export const panelWidth = 340;

const style = `
  * { box-sizing: border-box; margin: 0 }
  body { background: ${brand}; color: #fff; font-family: system-ui, 'Noto Sans', sans-serif; overflow: hidden }
  h1 { font-size: 36px; line-height: 1.2; letter-spacing: -0.01em }
  p { font-size: 19px; line-height: 1.4; opacity: 0.88; text-wrap: balance }
  img { display: block }
  .caption { height: 148px; padding: 0 50px; display: flex; flex-direction: column; justify-content: center; gap: 6px }
  .window { position: relative; width: 1180px; height: 652px; margin: 0 50px; border-radius: 12px 12px 0 0; overflow: hidden; background: #fff; box-shadow: 0 18px 50px #0006 }
  .bar { height: 42px; display: flex; align-items: center; gap: 8px; padding: 0 16px; background: #e3e7ee }
  .dot { width: 11px; height: 11px; border-radius: 50%; background: #b9c1ce }
  .address { flex: 1; height: 26px; margin: 0 14px; padding: 0 14px; border-radius: 13px; background: #fff; color: #5a6477; font-size: 13px; line-height: 26px }
  .button { position: relative; width: 22px; height: 22px }
  .button svg { width: 22px; height: 22px }
  .badge { position: absolute; right: -9px; bottom: -6px; min-width: 15px; padding: 0 3px; border-radius: 4px; background: #1b2230; font-size: 10px; line-height: 13px; text-align: center; font-weight: 700 }
  .shots { display: flex }
  .shots img + img { border-left: 1px solid #cfd6e0 }
  .popup { position: absolute; top: 50px; right: 14px; border-radius: 10px; overflow: hidden; box-shadow: 0 0 0 1px #0002, 0 14px 40px #0005 }
  .tile { position: absolute; inset: 0; display: flex; flex-direction: column; justify-content: center; align-items: center; gap: 14px; text-align: center }
  .tile svg { width: 92px; height: 92px }
  .tile h1 { font-size: 32px }
  .tile p { font-size: 17px }
  .marquee { position: absolute; left: 90px; top: 0; bottom: 0; width: 560px; display: flex; flex-direction: column; justify-content: center; gap: 18px }
  .marquee svg { width: 96px; height: 96px }
  .marquee h1 { font-size: 54px }
  .marquee p { font-size: 25px }
  .marquee + .popup { top: 50%; right: 130px; transform: translateY(-50%) }
`;

/** A screenshot of the store: what it shows, in a browser's window under a caption. */
export interface Scene {
  title: string;
  subtitle: string;
  address: string;
  /** What the toolbar button counts. */
  badge?: number;
  /** Pages beside each other, as PNG. */
  shots: Buffer[];
  /** What stands over them, below the toolbar button. */
  popup?: Buffer;
}

export function drawScene(context: BrowserContext, path: string, scene: Scene): Promise<void> {
  const badge = scene.badge ? `<span class="badge">${scene.badge}</span>` : '';
  return draw(
    context,
    path,
    { width: 1280, height: 800 },
    `<div class="caption"><h1>${scene.title}</h1><p>${scene.subtitle}</p></div>
     <div class="window">
       <div class="bar"><i class="dot"></i><i class="dot"></i><i class="dot"></i><div class="address">${scene.address}</div><span class="button">${icon}${badge}</span></div>
       <div class="shots">${scene.shots.map(image).join('')}</div>
       ${scene.popup ? `<div class="popup">${image(scene.popup)}</div>` : ''}
     </div>`,
  );
}

/** The icon alone, larger than the package has it. */
export function drawLogo(context: BrowserContext, path: string): Promise<void> {
  const logo = `<style>body { background: none } svg { display: block; width: 300px; height: 300px }</style>${icon}`;
  return draw(context, path, { width: 300, height: 300 }, logo);
}

/** The small tile, which stores show among others. */
export function drawTile(context: BrowserContext, path: string, name: string, words: string): Promise<void> {
  const tile = `<div class="tile">${iconOnBrand}<h1>${name}</h1><p>${words}</p></div>`;
  return draw(context, path, { width: 440, height: 280 }, tile);
}

/** The wide one, for extensions that a store features. */
export function drawMarquee(
  context: BrowserContext,
  path: string,
  { name, words, popup }: { name: string; words: string; popup: Buffer },
): Promise<void> {
  const marquee = `<div class="marquee">${iconOnBrand}<h1>${name}</h1><p>${words}</p></div><div class="popup">${image(popup)}</div>`;
  return draw(context, path, { width: 1400, height: 560 }, marquee);
}

async function draw(
  context: BrowserContext,
  path: string,
  size: { width: number; height: number },
  html: string,
): Promise<void> {
  const page = await context.newPage();
  await page.setViewportSize(size);
  await page.setContent(`<!doctype html><style>${style}</style>${html}`);
  await page.screenshot({ path, omitBackground: true });
  await page.close();
}

function image(png: Buffer): string {
  return `<img src="data:image/png;base64,${png.toString('base64')}">`;
}
