import { isStructural } from './structural-words';

/** The parts of a name or text: runs of digits, and words, cut where lower case turns to upper. */
export const nameParts = /\d+|[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g;

/** From this length on, a word within a word is noticed: `jane` in `rowjane` and in `janedoe`. */
const tellingLength = 4;

/** Longest run of letters that is split; beyond, it is no word. */
const longestWord = 200;

/** A part of a name, by the places of its letters. */
interface Range {
  start: number;
  end: number;
}

/** The words of a page's texts and values. A name in its markup that has one of them may be made from its data. */
export class PageWords {
  readonly #words = new Set<string>();
  readonly #ranges = new Map<string, Range[]>();
  #all = '';

  add(text: string): void {
    const letters = text.normalize('NFD').replaceAll(/\p{M}/gu, '');
    const runs = letters.match(/\p{L}+/gu) ?? [];
    for (const run of runs) {
      this.#addWord(run.slice(0, longestWord));
      for (const [part] of run.slice(0, longestWord).matchAll(nameParts)) this.#addWord(part);
    }
    // A name that is made of all of a short text: `liwu`.
    if (runs.length > 1 && letters.length <= 40) this.#addWord(runs.join(''));
    this.#all = '';
    this.#ranges.clear();
  }

  #addWord(word: string): void {
    if (!isStructural(word)) this.#words.add(word.toLowerCase());
  }

  /** Whether the page has exactly this word. */
  has(word: string): boolean {
    return this.#words.has(word.toLowerCase());
  }

  /** Whether `word` is of the page's words, or a telling part of one. */
  tells(word: string): boolean {
    const lower = word.toLowerCase();
    return this.#words.has(lower) || this.#isPart(lower);
  }

  /** Where in a name the page's words stand, from four letters on, and whatever its upper case letters are. */
  rangesIn(name: string): Range[] {
    const ranges = this.#ranges.get(name) ?? this.#find(name.toLowerCase());
    this.#ranges.set(name, ranges);
    return ranges;
  }

  #find(name: string): Range[] {
    const ranges: Range[] = [];
    for (const { 0: run, index } of name.matchAll(/[a-z]+/g)) {
      if (this.#isPart(run)) ranges.push({ start: index, end: index + run.length });
      for (let start = 0; start + tellingLength <= run.length; start++) {
        for (let end = start + tellingLength; end <= run.length; end++) {
          if (this.#words.has(run.slice(start, end))) ranges.push({ start: index + start, end: index + end });
        }
      }
    }
    return ranges;
  }

  #isPart(lower: string): boolean {
    this.#all ||= [...this.#words].join(' ');
    return lower.length >= tellingLength && this.#all.includes(lower);
  }
}
