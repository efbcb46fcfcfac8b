import { findLists, type FoundList } from './find-lists';
import { addWordsOf, nodeLine } from './node-line';
import { pathTo, subtree, type OutlineLine } from './outline';
import { PageWords } from './page-words';
import { ancestorsOf, attributeOf, rootOf } from './safe-dom';
import { surveyPage, type Survey } from './survey';
import { tellingRows } from './telling-rows';
import { urlPattern } from './url-pattern';

/** Longest description, in characters. */
const longest = 20_000;

const mostCounts = 8;

interface Part {
  title: string;
  lines: OutlineLine[];
}

/**
 * Structure of a page's lists, as text; holds no text of the page, no id, no name. From it a developer can
 * write the selectors of a page that is misread. Never throws, whatever the page is; at most 20 kB.
 *
 * What the page's author named (classes, ids, attributes, elements) is told as far as it has no word of the
 * page's texts and values. A word of the page's data that stands in such a name, and nowhere else on the page,
 * cannot be known for one.
 */
export function describePage(document: Document, url: string): string {
  const words = new PageWords();
  const survey = surveyPage(document, words);
  const parts = [...partsOf(document, survey)].filter(({ lines }) => lines.length > 0);
  for (const { lines } of parts) {
    for (const { element } of lines) if (element) addWordsOf(element, words);
  }
  const head = [`page: ${urlPattern(url.slice(0, 1000))}`, language(document), summary(survey)].join('\n');
  let room = longest - head.length;
  const texts = parts.map((part, index) => {
    // Each part may take its share of what those before it left.
    const text = partText(part, words, Math.floor(room / (parts.length - index)));
    room -= text.length;
    return text;
  });
  return [head, ...texts].join('\n');
}

/** The document's language, without what stands behind its country, and its direction. */
function language(document: Document): string {
  const root = rootOf(document);
  const [lang = 'none'] =
    /^[a-z]{2}(?:-[A-Z]{2})?(?![a-z])/.exec(root ? attributeOf(root, 'lang') : '') ?? [];
  const [dir = 'none'] = /^(?:ltr|rtl|auto)$/.exec(root ? attributeOf(root, 'dir') : '') ?? [];
  return `language: ${lang}, direction: ${dir}`;
}

function summary({ nodes, isCut, boxes, ticked, rows }: Survey): string {
  const size = isCut ? `the first ${nodes} nodes` : `${nodes} nodes`;
  return `${size}: ${boxes} check boxes, ${ticked} of them ticked; ${rows.length} rows of tr, li or role=row`;
}

function* partsOf(document: Document, { marks, rows, counts }: Survey): Generator<Part> {
  const found = findLists(marks);
  const lists = found.length > 0 ? found : findLists(rows);
  const inLists = new Set(lists.flatMap((list) => list.rows));
  const outside = counts.filter((count) => !ancestorsOf(count, 40).some((around) => inLists.has(around)));
  const told = [...new Set(outside)].slice(0, mostCounts);
  yield { title: 'texts with a number', lines: told.flatMap(withTwoAround) };
  const toldElements = new Set<Element>();
  for (const [index, list] of lists.entries()) yield* listParts(list, index + 1, toldElements);
  if (lists.length > 0) return;
  const root = rootOf(document);
  yield { title: 'no list found; the page', lines: root ? subtree(root, 0, 3, 30) : [] };
  for (const mark of marks.slice(0, 2)) {
    yield { title: 'what could belong to a list', lines: pathTo(mark, toldElements).before };
  }
}

function* listParts(list: FoundList, number: number, told: Set<Element>): Generator<Part> {
  const { before, after, depth } = pathTo(list.container, told);
  const rows = tellingRows(list.rows).flatMap(({ row, place }) => [
    { depth, remark: `row ${place} of ${list.rows.length}` },
    ...subtree(row, depth, 7, 36),
  ]);
  yield { title: `list ${number}: where it stands`, lines: before };
  yield { title: `list ${number}: rows that differ`, lines: rows };
  yield { title: `list ${number}: what follows`, lines: after };
}

function withTwoAround(element: Element): OutlineLine[] {
  const around = ancestorsOf(element, 2).toReversed();
  return [...around, element].map((each, depth) => ({ depth, element: each }));
}

function partText({ title, lines }: Part, words: PageWords, room: number): string {
  let text = `\n${title}`;
  for (const { depth, element, remark } of lines) {
    const line = `\n${'  '.repeat(depth)}${element ? nodeLine(element, words) : remark}`;
    if (text.length + line.length + 20 > room) return `${text}\n… cut`;
    text += line;
  }
  return text;
}
