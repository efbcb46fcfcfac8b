import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { root } from '../../scripts/run-command';
import { cruxMarkup } from '../unit/support/crux-markup';

/** Where the page stands: a list of contacts, as far as its address says. */
export const listUrl = 'https://bigin.zoho.com/bigin/org942010964/Home#/contacts';

export interface ListSize {
  /** Records whose rows are drawn, each in two halves. */
  rows: number;
  /** How many of them are ticked: every second one, from the first. */
  ticked: number;
  /** Elements that have nothing to do with the list. */
  others?: number;
}

/** Elements in each half of a row. */
const cellsInHalf = 10;

const cells = Array.from({ length: cellsInHalf / 2 }, (_, index) => {
  const text = `<span class="cxLvText">Value ${index}</span>`;
  return `<lyte-exptable-td class="lyteTableCell">${text}</lyte-exptable-td>`;
}).join('');

/** A page with a list of crux components, wide rows, pinned columns, and what draws and ticks rows in it. */
export function listPage({ rows, ticked, others = 0 }: ListSize): string {
  const markup = cruxMarkup({
    module: 'Contacts',
    pinned: true,
    rows: Array.from({ length: rows }, (_, index) => ({
      id: recordId(index),
      ticked: index % 2 === 0 && index / 2 < ticked,
    })),
    selected: `${ticked} records selected`,
  });
  const wide = markup.replaceAll('</lyte-exptable-tr>', `${cells}</lyte-exptable-tr>`);
  return `<!doctype html><title>Contacts</title><style>${style}</style><body>
    ${wide}<aside hidden>${'<i></i>'.repeat(others)}</aside><script>${pageScript}</script>`;
}

/** The n-th record's id. */
function recordId(index: number): string {
  return `7618134${String(index).padStart(12, '0')}`;
}

const style = `
  lyte-exptable, lyte-exptable-tr { display: block; height: 44px; overflow: hidden; contain: strict }
  lyte-exptable { height: 300px; overflow: auto }
  lyte-exptable-td { display: inline-block }
  .cxLvTableRowSelected { background: #eef }
`;

const pageScript = buildSync({
  entryPoints: [join(root, 'tests/bench/page/run-page.ts')],
  bundle: true,
  write: false,
}).outputFiles[0]?.text;
