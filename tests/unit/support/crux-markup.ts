/** A row of a list as the crux components draw it. */
interface CruxRow {
  id: string;
  ticked?: boolean;
}

export interface CruxList {
  /** Without one, the attribute is missing. */
  module?: string;
  rows: readonly CruxRow[];
  /** Every row is drawn twice: a half with the box, and one without. */
  pinned?: boolean;
  boxes?: 'span' | 'input';
  aria?: boolean;
  header?: 'no' | 'yes' | 'partly';
  /** The page's own sentence beside the control that clears the selection. */
  selected?: string;
  /** The custom view's id, on what stands around the list. */
  view?: string;
  /** The page marks that all records of the view are selected. */
  overlay?: boolean;
}

const spanClasses = {
  yes: 'cxListVwCustomCheckBoxChecked',
  no: 'cxListVwCustomCheckBox',
  partly: 'cxListVwCustomCheckBox cxListVwPartialselect',
};

/** The markup of a crux list view (source: the component library's published source). */
export function cruxMarkup(list: CruxList): string {
  const { module, rows, pinned = false, header = 'no', selected } = list;
  const bar =
    selected === undefined ? '' : `<span>${selected}</span><button data-zcqa="clearRecords">Clear</button>`;
  const half = (withBoxes: boolean) => `<lyte-exptable>
    <lyte-exptable-tr id="cxLvTableHeaderRow">${withBoxes ? headerBox(list, header) : ''}</lyte-exptable-tr>
    ${rows.map((row) => rowMarkup(list, row, withBoxes)).join('')}
  </lyte-exptable>`;
  const attribute = module === undefined ? '' : `cx-prop-module="${module}"`;
  const viewAttribute = list.view === undefined ? '' : `cx-prop-cvid='${list.view}'`;
  const overlay = list.overlay ? 'class="cxLvShowOverlay"' : '';
  return `<crux-list-view ${viewAttribute}><header><div>${bar}</div></header>
    <div id="cxLvViewContainer" ${overlay}>
      <crux-table-component id="listcrux" class="cxLvTableComp" data-zcqa="cxListViewTable" ${attribute}>
        ${half(true)}${pinned ? half(false) : ''}
      </crux-table-component>
    </div></crux-list-view>`;
}

function rowMarkup(list: CruxList, { id, ticked = false }: CruxRow, withBox: boolean): string {
  const selected = ticked ? ' cxLvTableRowSelected' : '';
  const box = withBox ? boxMarkup(list, `id="selectEntity_${id}"`, ticked ? 'yes' : 'no') : '';
  return `<lyte-exptable-tr id="${id}" class="cxLvTableRow${selected}" data-zcqa="detailView">${box}
    <a href="#/contacts/${id}">A name</a></lyte-exptable-tr>`;
}

function headerBox(list: CruxList, state: keyof typeof spanClasses): string {
  return boxMarkup(list, 'id="selectCheckbox" data-zcqa="listView_selectAllEntity"', state);
}

function boxMarkup(
  { boxes = 'span', aria = true }: CruxList,
  attributes: string,
  state: keyof typeof spanClasses,
): string {
  if (boxes === 'input') {
    return `<lyte-checkbox ${attributes}><input type="checkbox"${state === 'yes' ? ' checked' : ''}></lyte-checkbox>`;
  }
  const said = { yes: 'true', no: 'false', partly: 'mixed' }[state];
  const role = aria ? ` role="checkbox" aria-checked="${said}"` : '';
  return `<lyte-checkbox ${attributes}${role}><span class="${spanClasses[state]}"></span></lyte-checkbox>`;
}
