// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { readComponents } from '@/lib/selection/readers/read-components';
import { readPage } from '@/lib/selection/read-page';
import { componentProfiles } from '@/lib/selection/selectors';
import { inShort } from '../../support/in-short';
import { parseHtml } from '../../support/parse-html';

const url = 'https://bigin.zoho.com/bigin/org942010964/Home#/contacts';
const id = (number: number) => `7618134000000${String(number).padStart(6, '0')}`;
const read = (limit = 1000) => readComponents(componentProfiles, limit);

/** A list of which rows 1 to 4 are drawn, 1 and 2 ticked; the page says how many are selected. */
function draw(pageCount: number): HTMLElement {
  const rows = [1, 2, 3, 4].map((row) => {
    const box = row <= 2 ? 'cxListVwCustomCheckBoxChecked' : 'cxListVwCustomCheckBox';
    return `<lyte-exptable-tr id="${id(row)}" data-zcqa="detailView">
      <lyte-checkbox id="selectEntity_${id(row)}"><span class="${box}"></span></lyte-checkbox>
    </lyte-exptable-tr>`;
  });
  const html = `<div><span>${pageCount} selected</span><a data-zcqa="clearRecords">x</a></div>
    <crux-table-component data-zcqa="cxListViewTable" cx-prop-module="Contacts">${rows.join('')}</crux-table-component>`;
  document.body.replaceChildren(...parseHtml(html).body.childNodes);
  const table = document.querySelector<HTMLElement>('crux-table-component');
  if (!table) throw new Error('no table');
  return table;
}
const tell = (table: HTMLElement, told: unknown) => Object.assign(table, { getData: () => told });
const selected = () => inShort(readPage(document, url, read()));

beforeEach(() => document.body.replaceChildren());

describe('what a list component says', () => {
  it('adds the records that are ticked on other pages of the list', () => {
    tell(draw(4), [id(1), id(2), id(70), id(71)]);
    expect(selected()).toMatchObject({
      ids: [id(1), id(2), id(70), id(71)],
      sources: ['list', 'component'],
      pageCount: 4,
      shortfall: 0,
      modules: ['Contacts'],
    });
  });

  it('is read from its data too, where it has no getData', () => {
    Object.assign(draw(3), { component: { data: { cxPropSelectedIds: [id(70)] } } });
    expect(selected().ids).toEqual([id(1), id(2), id(70)]);
  });

  it('is not believed against a box that is seen to be unticked', () => {
    tell(draw(3), [id(1), id(2), id(3)]);
    expect(selected()).toMatchObject({ ids: [id(1), id(2)], pageCount: 3, shortfall: 1 });
  });

  it('is not believed where it knows of more records than the page itself says', () => {
    tell(draw(2), [id(1), id(2), id(70)]);
    expect(selected().ids).toEqual([id(1), id(2)]);
  });

  it('names no record of another organization, and nothing that is no record', () => {
    tell(draw(9), ['2445013000000141005', '4155550123', '<img src=x>', '', id(70)]);
    expect(selected().ids).toEqual([id(1), id(2), id(70)]);
  });

  it('is another module’s business on a list of that module alone', () => {
    draw(3);
    const components = [{ module: 'Accounts', ids: [id(70)] }];
    expect(inShort(readPage(document, url, components)).ids).toEqual([id(1), id(2)]);
  });

  it('says nothing of the record that a record page is about', () => {
    tell(draw(3), [id(70)]);
    const record = readPage(document, `${url}/${id(9)}`, read());
    expect(inShort(record)).toMatchObject({ sources: ['url'], ids: [id(9)], beside: 3 });
  });

  it.each([[undefined], [null], ['x'], [7], [{ length: 3 }], [[1, null, {}]]])(
    'does no harm where it is something else: %j',
    (told) => {
      tell(draw(2), told);
      expect(selected().ids).toEqual([id(1), id(2)]);
    },
  );

  it('does no harm where it throws', () => {
    const table = draw(2);
    const refuse = () => {
      throw new Error('no');
    };
    Object.defineProperty(table, 'getData', { get: refuse });
    expect(read()).toEqual([{ module: 'Contacts', ids: [] }]);
    expect(selected().ids).toEqual([id(1), id(2)]);
  });

  it('is told to be unchecked where the page has no count', () => {
    const table = draw(9);
    document.querySelector('[data-zcqa="clearRecords"]')?.remove();
    tell(table, [id(1), id(2), id(70)]);
    expect(selected()).toMatchObject({ ids: [id(1), id(2), id(70)], unchecked: 1 });
    tell(table, [id(1), id(2)]);
    expect(selected()).toMatchObject({ ids: [id(1), id(2)], unchecked: 0 });
  });

  it('belongs to the list that it is of, where two of one module are shown', () => {
    const table = draw(2);
    const other = table.cloneNode(true) as HTMLElement;
    for (const box of other.querySelectorAll('span')) box.className = 'cxListVwCustomCheckBox';
    const sections = [document.createElement('section'), document.createElement('section')];
    sections[0]?.append(...document.body.childNodes);
    sections[1]?.append(other);
    document.body.append(...sections);
    tell(table, [id(1), id(2)]);
    tell(other, [id(70)]);
    expect(selected()).toMatchObject({ ids: [id(1), id(2), id(70)], shortfall: 0, unchecked: 1 });
  });

  it('is cut off where there is no end to it', () => {
    tell(
      draw(2),
      Array.from({ length: 5000 }, (_, index) => id(index)),
    );
    expect(read(100)[0]?.ids).toHaveLength(100);
  });
});
