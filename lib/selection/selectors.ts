/**
 * Every selector for Bigin's pages, each beside its evidence: how often it matches on which page of the web app
 * (`…_`, which a test runs; the pages are those of the fake, which hold what the evidence says). When Bigin
 * changes, this is the file to change: correct a selector, or add a profile beside the present one.
 *
 * "crux" is the published source of the component library (Lyte, crux) that the Zoho CRM web client is built
 * from: certain for CRM, likely for Bigin.
 */

/**
 * Pages that the evidence is counted on. `list`: contacts, of which 2 are ticked and 18 drawn, each in two halves;
 * `list, nothing ticked`; `list, unpinned`: the same as `list`, each row drawn once; `list, whole view`: all 3,000
 * contacts selected; `older list`: products, 2 of 50 ticked; `older grid`: the same, in
 * rows that are selected by a click and have no boxes; `board`: deals in bulk mode, 2 ticked;
 * `activities`: tasks, events and calls, 2 ticked; `search`: 2 of the companies found ticked; `settings`: no records.
 */
export type EvidencePage =
  | 'list'
  | 'list, nothing ticked'
  | 'list, unpinned'
  | 'list, whole view'
  | 'older list'
  | 'older grid'
  | 'board'
  | 'activities'
  | 'search'
  | 'settings';

/** How often a selector matches on a page. */
export type Matches = [count: number, page: EvidencePage][];

/** crux: the table of a list view, of related lists, of search results. */
export const cruxTable = 'crux-table-component[data-zcqa="cxListViewTable"]';
export const cruxTable_: Matches = [
  [1, 'list'],
  [1, 'activities'],
  [0, 'board'],
  [0, 'older list'],
  [0, 'settings'],
];

/** crux: a record's row, whose id is the record's. A table with pinned columns draws each row twice. */
export const cruxRow = 'lyte-exptable-tr[data-zcqa="detailView"][id]';
export const cruxRow_: Matches = [
  [36, 'list'],
  [18, 'list, unpinned'],
  [36, 'activities'],
  [0, 'board'],
];

/** crux: a selected row. */
export const cruxSelectedRow = 'lyte-exptable-tr.cxLvTableRowSelected[data-zcqa="detailView"][id]';
export const cruxSelectedRow_: Matches = [
  [4, 'list'],
  [2, 'list, unpinned'],
  [36, 'list, whole view'],
  [0, 'list, nothing ticked'],
];

/** crux: a row's box; the rest of its id is the record's. */
export const cruxBox = 'lyte-checkbox[id^="selectEntity_"]';
export const cruxBox_: Matches = [
  [18, 'list'],
  [18, 'activities'],
  [0, 'board'],
];

/** crux: what makes a box, or what stands in it, a ticked one. There is not always an input. */
export const cruxTicked = '.cxListVwCustomCheckBoxChecked, input:checked, [aria-checked="true"]';
export const cruxTicked_: Matches = [
  [2, 'list'],
  [0, 'list, nothing ticked'],
  [2, 'activities'],
];

/** crux: what stands around the whole of a list. */
export const cruxListView = 'crux-list-view';
export const cruxListView_: Matches = [
  [1, 'list'],
  [1, 'activities'],
  [0, 'search'],
];

/** crux: laid over a list of which all records of the view are selected. */
export const cruxWholeView = '#cxLvViewContainer.cxLvShowOverlay';
export const cruxWholeView_: Matches = [
  [1, 'list, whole view'],
  [0, 'list'],
];

/** crux: the control that clears the selection. The page's own count of selected records stands beside it. */
export const clearSelection = '[data-zcqa="clearRecords"]';
export const clearSelection_: Matches = [
  [1, 'list'],
  [1, 'list, whole view'],
  [0, 'list, nothing ticked'],
  [1, 'board'],
  [1, 'older list'],
  [1, 'search'],
];

/** Older lists and boards: a box that may be a row's; boxes may stand in one another. */
export const anyBox = 'lyte-checkbox, [role="checkbox"], input[type="checkbox"]';
export const anyBox_: Matches = [
  [51, 'older list'],
  [0, 'settings'],
];

/** Older lists and boards: what makes a box, or what stands in it, a ticked one. */
export const anyTicked = 'input:checked, [aria-checked="true"], .cxListVwCustomCheckBoxChecked';
export const anyTicked_: Matches = [
  [2, 'older list'],
  [4, 'board'],
  [0, 'settings'],
];

/** A row that says itself whether it is selected. */
export const selectableRow = '[role="row"][aria-selected]';
export const selectableRow_: Matches = [
  [50, 'older grid'],
  [0, 'older list'],
];

/** Older lists and boards: what a box's row can be. The header of an older list is one too. */
export const genericRow = 'tr, li, [role="row"], lyte-card';
export const genericRow_: Matches = [
  [51, 'older list'],
  [0, 'list'],
];

/** What such rows stand in: a board's columns are one list. */
export const genericList = 'lyte-board, table, [role="table"], [role="grid"], ul, ol';
export const genericList_: Matches = [
  [1, 'older list'],
  [1, 'older grid'],
  [1, 'board'],
];

/** Controls, the one that clears a selection too: their numbers are no count of it (“Select all 3,000”). */
export const control = 'a, button, [role="button"], input';
export const control_: Matches = [
  [1, 'list'],
  [1, 'board'],
];

/** Links within rows, some of them to records: `#/contacts/<id>`, `…/Contacts/<id>`, the board's cards (`a.crm-kv-header-link`). */
export const recordLink = 'a[href]';
export const recordLink_: Matches = [
  [50, 'older list'],
  [0, 'settings'],
];

/** A kind of list whose component tells what is selected. */
export interface ComponentProfile {
  /** The list itself. */
  list: string;
  /** Its attribute that names the module. */
  moduleAttribute: string;
}

/** A kind of list whose markup names its module, and its rows and boxes by the records' ids. */
export interface ListProfile extends ComponentProfile {
  /** A record's row, whose id is the record's; and one that is selected. */
  row: string;
  selectedRow: string;
  /** A row's box, whose id is this prefix and the record's; and what makes it a ticked one. */
  box: string;
  boxIdPrefix: string;
  ticked: string;
  /** What stands around the whole of the list, and its attribute with the custom view's id (likely, not seen). */
  view: string;
  viewIdAttribute: string;
  /** In the document while all records of the view are selected. */
  wholeView: string;
}

const cruxComponent: ComponentProfile = { list: cruxTable, moduleAttribute: 'cx-prop-module' };

/** Apart from the profiles, of which the worker, which asks the components, needs no more than this. */
export const componentProfiles: readonly ComponentProfile[] = [cruxComponent];

/** Lists of the crux components. */
const crux: ListProfile = {
  ...cruxComponent,
  row: cruxRow,
  selectedRow: cruxSelectedRow,
  box: cruxBox,
  boxIdPrefix: 'selectEntity_',
  ticked: cruxTicked,
  view: cruxListView,
  viewIdAttribute: 'cx-prop-cvid',
  wholeView: cruxWholeView,
};

/** Tried on every page; a list belongs to the first profile that knows it. */
export const listProfiles: readonly ListProfile[] = [crux];

/** All lists of known profiles, in the order of the document. Pure: the worker need not carry it. */
export const anyList = /* @__PURE__ */ listProfiles.map(({ list }) => list).join(', ');

/** Lists of any other markup: a row counts where its first box is ticked and it names exactly one record. */
export const markupProfile = {
  list: genericList,
  row: genericRow,
  box: anyBox,
  ticked: anyTicked,
  selectableRow,
};
