type Child = Node | string | null | undefined;

/** `document.createElement` with attributes and children; text is always a text node. */
export function el<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Record<string, string> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  for (const child of children) if (child !== null && child !== undefined) element.append(child);
  return element;
}

export function button(
  text: string,
  attributes: Record<string, string>,
  onClick: () => void,
): HTMLButtonElement {
  const made = el('button', { type: 'button', ...attributes }, text);
  made.addEventListener('click', onClick);
  return made;
}
