import type { Row } from '../../wire/messages';
import { cellContent } from '../parts/cell-content';
import type { Column } from '../parts/columns';

export class LyteExptableTd extends HTMLElement {
  show(column: Column, row: Row): void {
    this.className = `lyteTableCell col-${column.kind}`;
    this.replaceChildren(...cellContent(column, row));
  }

  showHeading(column: Column): void {
    this.className = `lyteTableCell lyteTableHeading col-${column.kind}`;
    this.textContent = column.label;
  }
}
