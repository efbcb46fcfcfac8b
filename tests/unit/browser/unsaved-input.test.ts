// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { unsavedInput } from '@/lib/browser/unsaved-input';

beforeEach(() => {
  // Which jsdom lacks: all is in sight here.
  Element.prototype.checkVisibility = vi.fn(() => true);
});

/** What is told of a page whose fields have all been typed in. */
function toldOf(html: string): string[] {
  document.body.innerHTML = html;
  for (const field of document.querySelectorAll<HTMLInputElement>('input, textarea')) field.value = 'typed';
  return unsavedInput().fields;
}

describe('input that a reload loses', () => {
  it.each([
    ['a text of several lines', '<textarea aria-label="Note"></textarea>', 'Note'],
    ['a line', '<label>City <input></label>', 'City'],
    [
      'what only looks like a search by its name',
      '<input placeholder="Topic" id="Market_Research">',
      'Topic',
    ],
    ['an editor in a part for searches', '<p class="search"><textarea name="Mail"></textarea></p>', 'Mail'],
    ['lines whose name is that of a search', '<textarea name="Why" class="searchNote"></textarea>', 'Why'],
    ['what can be edited', '<div contenteditable="true" aria-label="Body">Dear all</div>', 'Body'],
  ])('is %s', (_, html, name) => {
    expect(toldOf(html)).toEqual([name]);
  });

  it.each([
    ['<input type="search">'],
    ['<div role="search"><input></div>'],
    ['<input role="searchbox">'],
    ['<input id="searchField">'],
    ['<input class="wide search-box">'],
    ['<input id="globalSearch">'],
    ['<input id="zc_Search">'],
    ['<div contenteditable="true" role="searchbox">Zylker</div>'],
  ])('is not what is searched for: %s', (html) => {
    expect(toldOf(html)).toEqual([]);
  });
});
