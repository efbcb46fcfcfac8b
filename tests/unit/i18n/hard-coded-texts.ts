import { parseAst } from 'rolldown/parseAst';

type Node = Record<string, unknown>;

interface HardCodedText {
  line: number;
  /** As it is written; in a template, … stands for what changes. */
  text: string;
}

/** Where texts are made for users: every text counts there, as everywhere in markup. */
const shownFolders = ['components/', 'entrypoints/', 'lib/browser/', 'lib/i18n/'];

/** Elsewhere, one counts that is given to something called so. */
const shownNames = new Set([
  'contextMessage',
  'heading',
  'hint',
  'iconTitle',
  'label',
  'message',
  'note',
  'placeholder',
  'text',
  'title',
]);

/** Attributes whose values can look like words, and are nothing that users read. */
const technicalAttributes = new Set([
  'aria-describedby',
  'aria-labelledby',
  'className',
  'd',
  'rel',
  'style',
  'transform',
]);

const comparisons = new Set(['===', '!==']);

/** The parts of a node that only name something: a property, a member, a file that is imported. */
const namingParts = new Set(['key', 'property', 'source']);

/**
 * The texts in a source file that users see in one language alone, since they stand in the code. A single word in small
 * letters is none: it cannot be told from the code's own values.
 */
export function hardCodedTexts(code: string, path: string): HardCodedText[] {
  const found: HardCodedText[] = [];
  const visit = (value: unknown, isShown: boolean): void => {
    if (Array.isArray(value)) return value.forEach((each) => visit(each, isShown));
    if (!isNode(value)) return;
    const text = textOf(value);
    if (isShown && text !== undefined && hasWords(text)) found.push({ line: lineOf(value, code), text });
    const arePartsShown = isShown || isMarkup(value) || shownNames.has(nameOf(value));
    visit(partsOf(value), arePartsShown);
  };
  visit(
    parseAst(code, { lang: path.endsWith('.tsx') ? 'tsx' : 'ts' }),
    shownFolders.some((folder) => path.startsWith(folder)),
  );
  return found;
}

/** Whether a text has words: several, one that begins as a sentence does, or any in a script without capitals. */
function hasWords(text: string): boolean {
  const areSeveral = /\p{L}/u.test(text) && /\S\s+\S/.test(text);
  const isBeginning = /^\P{L}*\p{Lu}\p{Ll}+(?!\p{L})/u.test(text);
  return areSeveral || isBeginning || /\p{Lo}/u.test(text);
}

function textOf(node: Node): string | undefined {
  if (node['type'] === 'TemplateLiteral') {
    const quasis = node['quasis'] as { value: { cooked: string } }[];
    return quasis.map(({ value }) => value.cooked).join('…');
  }
  const isText = node['type'] === 'Literal' || node['type'] === 'JSXText';
  return isText && typeof node['value'] === 'string' ? node['value'].trim() : undefined;
}

/** What of a node may hold texts that are shown. */
function partsOf(node: Node): unknown[] {
  const type = String(node['type']);
  if (isTechnicalAttribute(node) || isError(node)) return [];
  // Of `text as Type` the text; a type itself has none.
  if (type.startsWith('TS')) return [node['expression']];
  // What something is compared with.
  if (type === 'SwitchCase') return [node['consequent']];
  if (type === 'BinaryExpression' && comparisons.has(String(node['operator']))) {
    return [node['left'], node['right']].filter((side) => isNode(side) && textOf(side) === undefined);
  }
  return Object.entries(node).flatMap(([name, part]) => (namingParts.has(name) ? [] : [part]));
}

function isMarkup(node: Node): boolean {
  return node['type'] === 'JSXElement' || node['type'] === 'JSXFragment';
}

function isTechnicalAttribute(node: Node): boolean {
  return node['type'] === 'JSXAttribute' && technicalAttributes.has(wordOf(node['name']));
}

/** What is thrown is for developers: users are told of a problem by its code. */
function isError(node: Node): boolean {
  return node['type'] === 'NewExpression' && wordOf(node['callee']) === 'Error';
}

/** What a value is given to: a property, a variable, a function that returns it, a member of an object. */
function nameOf(node: Node): string {
  return wordOf(node['key'] ?? node['id'] ?? node['left']);
}

function wordOf(node: unknown): string {
  if (!isNode(node)) return '';
  if (node['type'] === 'MemberExpression') return wordOf(node['property']);
  const word = node['name'] ?? node['value'];
  return typeof word === 'string' ? word : '';
}

function lineOf(node: Node, code: string): number {
  return code.slice(0, Number(node['start'])).split('\n').length;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null;
}
