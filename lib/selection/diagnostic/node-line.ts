import { attributesOf, hasShadow, isTickedInput, ownText, tagOf } from './safe-dom';
import { isStructuralName, namePattern } from './name-pattern';
import type { PageWords } from './page-words';
import { isStructural } from './structural-words';
import { textKind, valueKind } from './value-kind';

/** Attributes whose values are of a small vocabulary. */
const vocabularyAttribute =
  /^(?:role|type|dir|hidden|checked|aria-(?:checked|selected|pressed|hidden|current))$/;

/** Attributes that hold names of the page's author, or refer to them. */
const namingAttribute = /^(?:id|class|for|aria-(?:labelledby|describedby|controls|owns))$/;

/** Most classes of an element that are named. */
const mostClasses = 12;

/** One element as a selector would write it, e.g. `tr#<19 digits>.row[role=row][title=<text>] text: words`. */
export function nodeLine(element: Element, words: PageWords): string {
  let line = tagPattern(element, words);
  for (const { name, value } of attributesOf(element)) line += attributePattern(name, value, words);
  if (isTickedInput(element)) line += ':checked';
  if (hasShadow(element)) line += ' (shadow root)';
  const text = textKind(ownText(element));
  return text ? `${line} text: ${text}` : line;
}

/** Adds what stands in an element, in its texts and free values, to the words that are not to be told. */
export function addWordsOf(element: Element, words: PageWords): void {
  words.add(ownText(element));
  for (const { name, value } of attributesOf(element)) {
    if (isFree(name, value)) words.add(value);
  }
}

function isFree(name: string, value: string): boolean {
  if (namingAttribute.test(name) || vocabularyAttribute.test(name)) return false;
  return name !== 'data-zcqa' || !isStructuralName(value);
}

/** Elements of HTML itself have their names from the standard; what else a page writes is a name like any. */
function tagPattern(element: Element, words: PageWords): string {
  const tag = tagOf(element);
  const isStandard = /^\[object (?:HTML(?!Unknown)|SVGSVG)/.test(Object.prototype.toString.call(element));
  return isStandard && !tag.includes('-') ? tag : namePattern(tag, words);
}

function attributePattern(name: string, value: string, words: PageWords): string {
  if (name === 'id') return `#${namePattern(value, words)}`;
  if (name === 'class') {
    const classes = value.split(/\s+/).filter(Boolean);
    const named = classes.slice(0, mostClasses).map((token) => `.${namePattern(token, words)}`);
    return named.join('') + (classes.length > mostClasses ? '.…' : '');
  }
  return `[${namePattern(name, words)}=${shownValue(name, value, words)}]`;
}

function shownValue(name: string, value: string, words: PageWords): string {
  if (vocabularyAttribute.test(name) && isStructural(value)) return value;
  // Zoho's own attribute for its tests: a name of theirs on some elements, the record's name on others.
  if (name === 'data-zcqa' && isStructuralName(value) && !words.has(value)) return value;
  return valueKind(value);
}
