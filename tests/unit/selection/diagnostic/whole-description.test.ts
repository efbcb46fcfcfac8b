// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { describePage } from '@/lib/selection/diagnostic/describe-page';
import { parseHtml } from '../../support/parse-html';

const id = (row: number) => `76181340000006320${10 + row}`;
const app = 'https://bigin.zoho.com/bigin/org942010964/Home';
const descriptionOf = (html: string, route: string) => describePage(parseHtml(html), app + route).split('\n');
const lines = (text: string) => text.replace(/^\n/, '').replace(/\n *$/, '').split('\n');

describe('the whole description', () => {
  it('of a list has its way from the root, rows that differ, what stands beside and after it, and counts', () => {
    const row = (index: number) =>
      `<li class="zgRow${index === 2 ? ' zgOn' : ''}" id="${id(index)}"><input type="checkbox"${index === 2 ? ' checked' : ''}><b>Jane ${index}</b></li>`;
    const classes = Array.from({ length: 14 }, (_, index) => `c${index}`).join(' ');
    const before = `<header class="${classes}"><svg><path></path></svg><i></i></header><nav>${'<a>Home</a>'.repeat(5)}</nav>`;
    const list = `<ul class="zgList" role="list" data-zcqa="listView" title="Jane Doe">${[0, 1, 2, 3, 4].map(row).join('')}</ul>`;
    const html = `${before}<main class="zgMain"><p class="zgCount">3 Janes selected</p>${list}<footer><b>1</b><s></s></footer></main><aside></aside>`;
    expect(descriptionOf(html, '#/contacts')).toEqual(
      lines(`
page: https://bigin.zoho.com/bigin/org<9 digits>/Home#/contacts
language: none, direction: none
47 nodes: 5 check boxes, 1 of them ticked; 5 rows of tr, li or role=row

texts with a number
body
  main.zgMain
    p.zgCount text: words and a number of 1 digits

list 1: where it stands
html
  head
  body
    header.c0.c1.c2.c3.c4.c5.c6.c7.c8.c9.c10.c11.…
      svg
        … 1 more
      i
    nav
      a text: words
      a text: words
      a text: words
      … more like this
    main.zgMain
      p.zgCount text: words and a number of 1 digits
      ul.zgList[role=list][data-zcqa=listView][title=<text>]

list 1: rows that differ
        row 1 of 5
        li.zgRow#<19 digits>
          input[type=checkbox]
          b text: words and a number of 1 digits
        row 3 of 5
        li.zgRow.zgOn#<19 digits>
          input[type=checkbox][checked=<empty>]:checked
          b text: words and a number of 1 digits

list 1: what follows
      footer
        b text: a number of 1 digits
        s
    aside
`),
    );
  });

  it('of a page without a list has its frame, and the way to what could belong to one', () => {
    const html = `<main class="zgMain"><h1>Hello</h1><div><div><div>deep</div></div></div><x-row id="${id(0)}"></x-row></main>`;
    expect(descriptionOf(html, '#/contacts')).toEqual(
      lines(`
page: https://bigin.zoho.com/bigin/org<9 digits>/Home#/contacts
language: none, direction: none
11 nodes: 0 check boxes, 0 of them ticked; 0 rows of tr, li or role=row

no list found; the page
html
  head
  body
    main.zgMain
      h1 text: words
      div
        … 1 more
      x-row#<19 digits>

what could belong to a list
html
  head
  body
    main.zgMain
      h1 text: words
      div
        div
          div text: words
      x-row#<19 digits>
`),
    );
  });

  it('of a board that stands deep takes its columns for one list', () => {
    const column = (name: string, rows: readonly number[]) =>
      `<section class="zgCol"><h2>${name}</h2>${rows.map((row) => `<x-card data-id="${id(row)}"></x-card>`).join('')}</section>`;
    const board = `<div class="zgBoard">${column('New', [0, 1, 2])}${column('Won', [3, 4, 5])}</div>`;
    expect(descriptionOf('<div>'.repeat(16) + board, '#/deals')).toEqual(
      lines(`
page: https://bigin.zoho.com/bigin/org<9 digits>/Home#/deals
language: none, direction: none
32 nodes: 0 check boxes, 0 of them ticked; 0 rows of tr, li or role=row

list 1: where it stands
…
div
  div
    div
      div
        div
          div
            div
              div
                div
                  div
                    div
                      div
                        div
                          div.zgBoard
                            section.zgCol

list 1: rows that differ
                              row 1 of 6
                              x-card[data-id=<19 digits>]

list 1: what follows
                            section.zgCol
                              h2 text: words
                              x-card[data-id=<19 digits>]
                              x-card[data-id=<19 digits>]
                              x-card[data-id=<19 digits>]
`),
    );
  });
});
