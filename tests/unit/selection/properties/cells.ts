/** What else stands in a row: numbers that look like ids, and links to other things than the row's record. */
const cells = {
  text: (digits) => `<b>${digits}</b>`,
  phone: (digits) => `<span title="${digits}">+${digits}</span>`,
  data: (digits) => `<span data-phone="${digits}" data-amount="${digits}" data-record="${digits}">x</span>`,
  innerId: (digits) => `<span id="${digits}" data-id="${digits}">x</span>`,
  tel: (digits) => `<a href="tel:${digits}">Call</a>`,
  mail: (digits) => `<a href="mailto:${digits}@example.com">Write</a>`,
  script: (digits) => `<a href="javascript:go('/contacts/${digits}')">Go</a>`,
  website: (digits) => `<a href="https://example.com/contacts/${digits}">Site</a>`,
  report: (digits) => `<a href="#/reports/${digits}">Report</a>`,
  pipeline: (digits) => `<a href="#/deals/kanban/${digits}">Board</a>`,
  broken: (digits) => `<a href="https://[${digits}">Broken</a>`,
  company: (digits) => `<a href="#/companies/${digits}" data-zcqa="Zylker">Zylker</a>`,
  emptyBox: () => '<input type="checkbox" value="7618134000000632028">',
} satisfies Record<string, (digits: string) => string>;

export type CellKind = keyof typeof cells;

export const cellKinds = Object.keys(cells) as CellKind[];

/** @param digits a number that is no chosen record's id, whatever it looks like. */
export function drawCell(kind: CellKind, digits: string): string {
  return cells[kind](digits);
}
