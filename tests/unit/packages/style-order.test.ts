import { describe, expect, it } from 'vitest';
import { inOrderOfScripts } from '../../../scripts/style-order';

const page = (...sheets: string[]) => `<head>
    <script type="module" crossorigin src="/chunks/options-CXOb_TDg.js"></script>
    <link rel="modulepreload" crossorigin href="/chunks/shared-CKsOzMOm.js">
    <link rel="modulepreload" crossorigin href="/chunks/run-settings-8TU7v-Eu.js">
    <link rel="modulepreload" crossorigin href="/chunks/Field-B3G0AxRk.js">
${sheets.map((name) => `    <link rel="stylesheet" crossorigin href="/assets/${name}.css">\n`).join('')}  </head>`;

const shared = 'shared-VTHQxLc0';
const settings = 'run-settings-COL4-xME';
const field = 'Field-DWfrAy_j';
const own = 'options-CmELKaxm';

describe('the style sheets of a page', () => {
  it('come in the order of its scripts, its own last, however they came', () => {
    const ordered = page(shared, settings, field, own);
    expect(inOrderOfScripts(page(own, field, shared, settings))).toBe(ordered);
    expect(inOrderOfScripts(page(shared, field, settings, own))).toBe(ordered);
    expect(inOrderOfScripts(ordered)).toBe(ordered);
  });

  it('need not be there', () => {
    expect(inOrderOfScripts('<head></head>')).toBe('<head></head>');
  });
});
