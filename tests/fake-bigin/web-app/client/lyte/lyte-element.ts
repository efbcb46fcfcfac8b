/**
 * A component of the page's own framework: its state is open to the page's scripts, through
 * `getData` and `component.data`, and to nobody else. Without a `component` it tells nothing.
 */
export abstract class LyteElement<Data extends object = object> extends HTMLElement {
  abstract readonly component: { readonly data: Data } | undefined;

  getData<Name extends keyof Data>(name: Name): Data[Name] {
    if (!this.component) throw new TypeError('this component tells nothing');
    return this.component.data[name];
  }
}
