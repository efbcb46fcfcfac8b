import { CruxListView } from './crux/crux-list-view';
import { CruxTableComponent } from './crux/crux-table-component';
import { LyteBoard } from './lyte/lyte-board';
import { LyteCard } from './lyte/lyte-card';
import { LyteCheckbox } from './lyte/lyte-checkbox';
import { LyteExptable } from './lyte/lyte-exptable';
import { LyteExptableTd } from './lyte/lyte-exptable-td';
import { LyteExptableTr } from './lyte/lyte-exptable-tr';

declare global {
  interface HTMLElementTagNameMap {
    'crux-list-view': CruxListView;
    'crux-table-component': CruxTableComponent;
    'lyte-board': LyteBoard;
    'lyte-card': LyteCard;
    'lyte-checkbox': LyteCheckbox;
    'lyte-exptable': LyteExptable;
    'lyte-exptable-td': LyteExptableTd;
    'lyte-exptable-tr': LyteExptableTr;
  }
}

/** The innermost first: an element makes its parts as soon as it is made. */
export function defineElements(): void {
  customElements.define('lyte-checkbox', LyteCheckbox);
  customElements.define('lyte-exptable-td', LyteExptableTd);
  customElements.define('lyte-exptable-tr', LyteExptableTr);
  customElements.define('lyte-exptable', LyteExptable);
  customElements.define('crux-table-component', CruxTableComponent);
  customElements.define('crux-list-view', CruxListView);
  customElements.define('lyte-card', LyteCard);
  customElements.define('lyte-board', LyteBoard);
}
