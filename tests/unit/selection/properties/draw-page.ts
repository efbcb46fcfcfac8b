import { modules } from '@/lib/bigin/modules';
import { drawCell } from './cells';
import type { TrueCount, TrueList, TruePage, TrueRow } from './true-page';

/** Draws a page, with the components of its lists, into the document of the test. Nothing of an earlier one stays. */
export function openPage(page: TruePage): void {
  document.body = document.createElement('body');
  document.body.innerHTML = `<header>${bar(page.count)}</header>${page.lists.map(drawList).join('')}`;
  for (const [index, { told }] of page.lists.entries()) {
    const table = document.querySelector(`[data-list="${index}"] crux-table-component`);
    if (table && told) Object.assign(table, componentOf(told));
  }
}

function componentOf({ how, ids }: NonNullable<TrueList['told']>): object {
  if (how === 'data') return { component: { data: { cxPropSelectedIds: ids } } };
  return {
    getData: (name: string) => {
      if (how === 'throws') throw new Error('The component is not ready');
      return name === 'cxPropSelectedIds' ? ids : undefined;
    },
  };
}

function bar(count: TrueCount | undefined): string {
  return count ? `<div><span>${count.sentence}</span><button data-zcqa="clearRecords">✕</button></div>` : '';
}

function drawList(list: TrueList, index: number): string {
  const hiding = { no: '', attribute: 'hidden', style: 'style="display: none"', around: '' }[list.hidden];
  const inside = `<section ${hiding}>${bar(list.count)}${list.markup === 'crux' ? cruxView(list) : older(list)}</section>`;
  return `<div data-list="${index}" ${list.hidden === 'around' ? 'hidden' : ''}>${inside}</div>`;
}

const spanClasses = {
  yes: 'cxListVwCustomCheckBoxChecked',
  no: 'cxListVwCustomCheckBox',
  partly: 'cxListVwCustomCheckBox cxListVwPartialselect',
};

/** A list of the crux components (source: the component library's published source). */
function cruxView(list: TrueList): string {
  const half = (hasBoxes: boolean) => `<lyte-exptable>
    <lyte-exptable-tr id="cxLvTableHeaderRow">${hasBoxes ? lyteBox(list, 'selectCheckbox', list.header) : ''}</lyte-exptable-tr>
    ${list.rows.map((row) => cruxRow(list, row, hasBoxes)).join('')}</lyte-exptable>`;
  const module = list.word === undefined ? '' : `cx-prop-module="${list.word}"`;
  return `<crux-list-view><div id="cxLvViewContainer" class="${list.wholeView ? 'cxLvShowOverlay' : ''}">
    <crux-table-component data-zcqa="cxListViewTable" ${module}>${half(true)}${list.pinned ? half(false) : ''}</crux-table-component>
  </div></crux-list-view>`;
}

function cruxRow(list: TrueList, row: TrueRow, hasBox: boolean): string {
  if (!row.drawn) return '';
  const id = row.named === 'not' ? `row${row.id.slice(-3)}` : row.id;
  const box = hasBox ? lyteBox(list, `selectEntity_${id}`, row.ticked ? 'yes' : 'no') : '';
  const inner = row.inner ? cruxRow(list, row.inner, hasBox) : '';
  return `<lyte-exptable-tr id="${id}" class="${row.marked ? 'cxLvTableRowSelected' : ''}" data-zcqa="detailView">
    ${box}${content(row)}${inner}</lyte-exptable-tr>`;
}

function lyteBox({ boxes, aria }: TrueList, id: string, state: keyof typeof spanClasses): string {
  if (boxes === 'input') {
    return `<lyte-checkbox id="${id}"><input type="checkbox" ${state === 'yes' ? 'checked' : ''}></lyte-checkbox>`;
  }
  const said = { yes: 'true', no: 'false', partly: 'mixed' }[state];
  const role = aria ? `role="checkbox" aria-checked="${said}"` : '';
  return `<lyte-checkbox id="${id}" ${role}><span class="${spanClasses[state]}"></span></lyte-checkbox>`;
}

/** Older lists, boards and rows by role. */
function older(list: TrueList): string {
  const rows = list.rows.map((row) => olderRow(list, row)).join('');
  const header = list.header === 'yes' ? '<input type="checkbox" checked>' : '';
  switch (list.markup) {
    case 'table':
      return `<table><thead><tr><th>${header}</th></tr></thead><tbody>${rows}</tbody></table>`;
    case 'board':
      return `<label>${header}</label><lyte-board data-pipelines="x">${rows}</lyte-board>`;
    default:
      return `<label>${header}</label><ul>${rows}</ul>`;
  }
}

function olderRow(list: TrueList, row: TrueRow): string {
  if (!row.drawn) return '';
  const attribute =
    { not: '', link: '', 'data-id': `data-id="${row.id}"` }[row.named as 'not'] ?? `id="${row.id}"`;
  const inner = row.inner ? `<ul>${olderRow({ ...list, markup: 'ul' }, row.inner)}</ul>` : '';
  const inside = `${olderBox(list, row)}${content(row)}${inner}`;
  switch (list.markup) {
    case 'table':
      return `<tr ${attribute}><td>${inside}</td></tr>`;
    case 'board':
      return `<lyte-card class="crm-kv-card" ${attribute}>${inside}</lyte-card>`;
    case 'roles':
      return `<div role="row" ${attribute} aria-selected="${row.ticked}">${inside}</div>`;
    default:
      return `<li ${attribute}>${inside}</li>`;
  }
}

function olderBox(list: TrueList, { ticked }: TrueRow): string {
  if (list.boxes === 'input') return `<input type="checkbox" ${ticked ? 'checked' : ''}>`;
  if (list.aria) return `<i role="checkbox" aria-checked="${ticked}"></i>`;
  return `<lyte-checkbox><span class="${spanClasses[ticked ? 'yes' : 'no']}"></span></lyte-checkbox>`;
}

/** The row's name, and what else it shows; the numbers in it are no chosen record's. */
function content({ id, module, named, cells }: TrueRow): string {
  const drawn = cells.map((kind, index) => drawCell(kind, `${id.slice(0, -12)}9${index}${id.slice(-10)}`));
  const [word] = modules[module].urlWords;
  const name = named.endsWith('link') ? `<a href="#/${word}/${id}">A name</a>` : '<b>A name</b>';
  const [before = '', ...after] = drawn;
  return before + name + after.join('');
}
