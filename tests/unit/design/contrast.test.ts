import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../../scripts/run-command';

const tokens = readFileSync(join(root, 'components/tokens.css'), 'utf8');

/** A token's colour in light and in dark. */
function coloursOf(token: string): string[] {
  const [, light, dark] = new RegExp(`--${token}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(tokens) ?? [];
  if (!light || !dark) throw new Error(`There is no colour --${token}`);
  return [light, dark];
}

/** WCAG 2's relative luminance of a colour as `#rrggbb`. */
function luminance(colour: string): number {
  const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = parts.map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(...colours: [string, string]): number {
  const [dark = 0, light = 0] = colours.map(luminance).toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** The least contrast of two tokens, in light and in dark. */
function leastContrast(one: string, other: string): number {
  const others = coloursOf(other);
  return Math.min(...coloursOf(one).map((colour, theme) => contrast(colour, others[theme] ?? '')));
}

// Of texts as they are drawn, axe tells the same (tests/e2e/accessibility.spec.ts); of edges it tells nothing.
it.each([
  ['ink', 'paper', 4.5],
  ['ink-soft', 'paper-soft', 4.5],
  ['accent', 'paper', 4.5],
  ['on-accent', 'accent', 4.5],
  ['field-line', 'paper', 3],
  ['field-line', 'paper-soft', 3],
])('%s can be told from %s', (one, other, least) => {
  expect(leastContrast(one, other)).toBeGreaterThanOrEqual(least);
});
