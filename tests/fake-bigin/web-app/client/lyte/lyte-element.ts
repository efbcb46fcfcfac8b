/**
 * A component of the page's own framework: its state is open to the page's scripts, through
 * `getData` and `component.data`, and to nobody else.
 */
export abstract class LyteElement<Data extends object = object> extends HTMLElement {
  abstract readonly component: { readonly data: Data };

  getData<Name extends keyof Data>(name: Name): Data[Name] {
    return this.component.data[name];
  }
}
