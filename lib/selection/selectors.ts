/**
 * Every selector for Bigin's pages, each beside its evidence. The fake's pages hold what the evidence says,
 * and a test runs all of them there; when Bigin changes, this is the file to change.
 *
 * Evidence "crux" is the published source of the component library (Lyte, crux) that the Zoho CRM web client
 * is built from: certain for CRM, likely for Bigin.
 */

/** crux: the table of a list view. Its attribute `cx-prop-module` names the module. */
export const cruxTable = 'crux-table-component[data-zcqa="cxListViewTable"]';
export const cruxTableModule = 'cx-prop-module';

/** crux: a record's row, whose id is the record's. A table with pinned columns draws each row twice. */
export const cruxRow = 'lyte-exptable-tr[data-zcqa="detailView"][id]';

/** crux: the class of a selected row. */
export const cruxSelectedRow = `lyte-exptable-tr.cxLvTableRowSelected[data-zcqa="detailView"][id]`;

/** crux: a row's box; the rest of its id is the record's. */
export const cruxBox = 'lyte-checkbox[id^="selectEntity_"]';
export const cruxBoxIdPrefix = 'selectEntity_';

/** crux: what makes a box a ticked one. There is not always an input. */
export const cruxTicked = '.cxListVwCustomCheckBoxChecked, input:checked, [aria-checked="true"]';

/** crux: the control that clears the selection. The page's own count of selected records stands beside it. */
export const clearSelection = '[data-zcqa="clearRecords"]';

/** Older lists and other Zoho views (boards): a ticked box that belongs to a row. */
export const tickedBox = [
  'input[type="checkbox"]:checked',
  '[role="checkbox"][aria-checked="true"]',
  '[role="row"][aria-selected="true"]',
  'lyte-checkbox .cxListVwCustomCheckBoxChecked',
].join(', ');

/** Older lists: what a box's row can be. */
export const genericRow = 'tr, li, [role="row"], lyte-card';

/** Links to records: `#/contacts/<id>`, `…/Contacts/<id>`, the board's cards (`a.crm-kv-header-link`). */
export const recordLink = 'a[href]';
