/**
 * Reads of nodes that the page cannot shadow: a form's controls (`<input name="attributes">`) and a document's
 * named elements hide the properties of those two, so everything is read through the prototypes.
 * All that could be long is bounded.
 */

/** Longest value or text that is looked at. */
export const longestValue = 2000;

/** `NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT`, and `Node.TEXT_NODE`. */
const elementsAndTexts = 5;
const textNode = 3;

const read: (prototype: object, name: string, node: Node) => unknown = Reflect.get;

export function rootOf(document: Document): Element | null {
  return read(Document.prototype, 'documentElement', document) as Element | null;
}

/** Walks the elements and texts under `root`, in document order. */
export function walkerOf(document: Document, root: Element): TreeWalker {
  return Document.prototype.createTreeWalker.call(document, root, elementsAndTexts);
}

export function tagOf(element: Element): string {
  return read(Element.prototype, 'localName', element) as string;
}

export function parentOf(node: Node): Element | null {
  return read(Node.prototype, 'parentElement', node) as Element | null;
}

export function isText(node: Node): node is Text {
  return read(Node.prototype, 'nodeType', node) === textNode;
}

export function attributeOf(element: Element, name: string): string {
  return (Element.prototype.getAttribute.call(element, name) ?? '').slice(0, longestValue);
}

/** Whether an element is an input that is ticked, which no attribute says. */
export function isTickedInput(element: Element): boolean {
  return tagOf(element) === 'input' && Element.prototype.matches.call(element, ':checked');
}

export function hasShadow(element: Element): boolean {
  return read(Element.prototype, 'shadowRoot', element) !== null;
}

/** The first 24 attributes. */
export function attributesOf(element: Element): { name: string; value: string }[] {
  const attributes = read(Element.prototype, 'attributes', element) as NamedNodeMap;
  return Array.from({ length: Math.min(attributes.length, 24) }, (_, index) => {
    const { name = '', value = '' } = attributes.item(index) ?? {};
    return { name, value: value.slice(0, longestValue) };
  });
}

/** The text that stands directly in an element: its first four texts. */
export function ownText(element: Element): string {
  const texts: string[] = [];
  let node = read(Node.prototype, 'firstChild', element) as Node | null;
  for (let seen = 0; node && seen < 16 && texts.length < 4; seen++) {
    if (isText(node)) texts.push(node.data.slice(0, longestValue));
    node = read(Node.prototype, 'nextSibling', node) as Node | null;
  }
  return texts.join(' ');
}

/** The first `limit` children. */
export function childrenOf(element: Element, limit: number): Element[] {
  const first = read(Element.prototype, 'firstElementChild', element) as Element | null;
  return first ? [first, ...siblingsOf(first, 'nextElementSibling', limit - 1)] : [];
}

export function childCount(element: Element): number {
  return read(Element.prototype, 'childElementCount', element) as number;
}

/** The nearest `limit` siblings on one side, the nearest first. */
export function siblingsOf(
  element: Element,
  side: 'previousElementSibling' | 'nextElementSibling',
  limit: number,
): Element[] {
  const siblings: Element[] = [];
  let next = element;
  while (siblings.length < limit) {
    const sibling = read(Element.prototype, side, next) as Element | null;
    if (!sibling) break;
    siblings.push(sibling);
    next = sibling;
  }
  return siblings;
}

/** The nearest `limit` ancestors, the nearest first. */
export function ancestorsOf(node: Node, limit: number): Element[] {
  const ancestors: Element[] = [];
  for (let up = parentOf(node); up && ancestors.length < limit; up = parentOf(up)) ancestors.push(up);
  return ancestors;
}
