import {
  attributeOf,
  isText,
  isTickedInput,
  longestValue,
  parentOf,
  rootOf,
  tagOf,
  walkerOf,
} from './safe-dom';
import type { PageWords } from './page-words';

/** Bounds of the one walk through a page, so that its time does not depend on the page's size. */
const mostNodes = 40_000;
const mostMarks = 3000;
const mostCounts = 200;
const mostWordText = 300_000;

/** Elements whose texts are not the page's. */
const unread = /^(?:script|style|noscript|template)$/;

/** What a page has that could belong to a list of records. */
export interface Survey {
  /** Check boxes, and elements that hold a record's id. */
  marks: Element[];
  /** Rows of any kind. */
  rows: Element[];
  /** Elements whose own short text has a number, as in `3 Selected`. */
  counts: Element[];
  nodes: number;
  boxes: number;
  ticked: number;
  /** Whether the page went on where the walk ended. */
  isCut: boolean;
}

/** Walks a page once; what stands in its texts goes to `words`. */
export function surveyPage(document: Document, words: PageWords): Survey {
  const survey: Survey = { marks: [], rows: [], counts: [], nodes: 0, boxes: 0, ticked: 0, isCut: false };
  const root = rootOf(document);
  if (!root) return survey;
  const walker = walkerOf(document, root);
  let wordText = 0;
  for (let node: Node | null = root; node; node = walker.nextNode()) {
    if (survey.nodes === mostNodes) return { ...survey, isCut: true };
    survey.nodes++;
    if (!isText(node)) {
      noteElement(node as Element, survey);
      continue;
    }
    const parent = parentOf(node);
    if (!parent || unread.test(tagOf(parent))) continue;
    const text = node.data.slice(0, longestValue);
    wordText += text.length;
    if (wordText <= mostWordText) words.add(text);
    if (survey.counts.length < mostCounts && isCount(text)) survey.counts.push(parent);
  }
  return survey;
}

function noteElement(element: Element, survey: Survey): void {
  const tag = tagOf(element);
  const role = attributeOf(element, 'role');
  const states = [attributeOf(element, 'aria-checked'), attributeOf(element, 'aria-selected')];
  const isInput = tag === 'input' && attributeOf(element, 'type') === 'checkbox';
  const isBox = isInput || role === 'checkbox' || /-.*checkbox/.test(tag) || states.some(Boolean);
  if (isBox) survey.boxes++;
  if (isBox && (states.includes('true') || isTickedInput(element))) survey.ticked++;
  if (survey.marks.length < mostMarks && (isBox || holdsRecordId(element))) survey.marks.push(element);
  const isRow = tag === 'tr' || tag === 'li' || role === 'row';
  if (isRow && survey.rows.length < mostMarks) survey.rows.push(element);
}

function holdsRecordId(element: Element): boolean {
  return ['id', 'data-id', 'href'].some((name) => /(?<!\d)\d{15,19}(?!\d)/.test(attributeOf(element, name)));
}

function isCount(text: string): boolean {
  return text.length <= 120 && /\p{Nd}/u.test(text) && /\p{L}/u.test(text);
}
