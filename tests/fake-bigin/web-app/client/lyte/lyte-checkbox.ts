import { options } from '../options';

export type Ticked = 'yes' | 'no' | 'partly';

export interface Toggle {
  ticked: boolean;
  shiftKey: boolean;
}

const spanClasses: Record<Ticked, string> = {
  yes: 'cxListVwCustomCheckBoxChecked',
  no: 'cxListVwCustomCheckBox',
  partly: 'cxListVwCustomCheckBox cxListVwPartialselect',
};

/**
 * A check box that only asks: a click or the space bar sends `lyte-toggle`, and whoever keeps the
 * state answers by setting `ticked`.
 */
export class LyteCheckbox extends HTMLElement {
  #ticked: Ticked = 'no';
  #box: HTMLInputElement | HTMLSpanElement | undefined;
  label = '';

  connectedCallback(): void {
    if (this.#box) return;
    this.#box = options.boxes === 'input' ? this.#inputBox() : this.#spanBox();
    this.append(this.#box);
    this.addEventListener('mousedown', (event) => {
      if (event.shiftKey) event.preventDefault();
    });
    this.#draw();
  }

  get ticked(): Ticked {
    return this.#ticked;
  }

  set ticked(ticked: Ticked) {
    this.#ticked = ticked;
    this.#draw();
  }

  #inputBox(): HTMLInputElement {
    const input = document.createElement('input');
    input.type = 'checkbox';
    if (options.aria) input.setAttribute('aria-label', this.label);
    input.addEventListener('click', (event) => {
      this.#ask(event.shiftKey);
      this.#draw();
    });
    return input;
  }

  #spanBox(): HTMLSpanElement {
    if (options.aria) {
      this.setAttribute('role', 'checkbox');
      this.setAttribute('aria-label', this.label);
      this.tabIndex = 0;
    }
    this.addEventListener('click', (event) => this.#ask(event.shiftKey));
    this.addEventListener('keydown', (event) => {
      if (event.key !== ' ') return;
      event.preventDefault();
      this.#ask(event.shiftKey);
    });
    return document.createElement('span');
  }

  #ask(shiftKey: boolean): void {
    const detail: Toggle = { ticked: this.#ticked !== 'yes', shiftKey };
    this.dispatchEvent(new CustomEvent<Toggle>('lyte-toggle', { bubbles: true, detail }));
  }

  #draw(): void {
    if (this.#box instanceof HTMLInputElement) {
      this.#box.checked = this.#ticked === 'yes';
      this.#box.indeterminate = this.#ticked === 'partly';
    } else if (this.#box) {
      this.#box.className = spanClasses[this.#ticked];
      const said = { yes: 'true', no: 'false', partly: 'mixed' }[this.#ticked];
      if (options.aria) this.setAttribute('aria-checked', said);
    }
  }
}
