// @vitest-environment jsdom
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describePage } from '@/lib/selection/diagnostic/describe-page';
import { parseHtml } from '../../support/parse-html';

const contacts = 'https://bigin.zoho.com/bigin/org942010964/Home#/contacts';
const describeHtml = (html: string, url = contacts) => describePage(parseHtml(html), url);

const ids = Array.from({ length: 12 }, (_, index) => `76181340000006320${10 + index}`);

describe('the description of a page that nobody knows', () => {
  it('shows a ticked row beside one that is not, whatever marks it', () => {
    const rows = ids.map((id, index) => {
      const tick = index === 7 ? ' zgOn' : '';
      return `<div class="zgTile${tick}" data-id="${id}"><i class="zgMark"></i><b>Jane ${index}</b></div>`;
    });
    const text = describeHtml(`<zg-grid class="zgGrid"><div>${rows.join('')}</div></zg-grid>`);
    expect(text).toContain('zg-grid.zgGrid');
    expect(text).toContain('row 1 of 12\n');
    expect(text).toMatch(/row 8 of 12\n +div\.zgTile\.zgOn\[data-id=<19 digits>]/);
    expect(text.match(/row \d+ of/g)).toHaveLength(2);
  });

  it('shows rows that have neither box nor id', () => {
    const text = describeHtml('<ul class="zgList"><li>Jane</li><li class="zgOn">Joe</li><li>Jim</li></ul>');
    expect(text).toMatch(/ul\.zgList[^]*row 1 of 3[^]*row 2 of 3\n +li\.zgOn text: words/);
  });

  it('takes rows, not their cells, for the list', () => {
    const cells = (id: string) =>
      `<td><input type="checkbox"></td><td><a href="#/contacts/${id}">A</a></td><td><a href="#/companies/${id}">B</a></td>`;
    const text = describeHtml(`<table>${ids.map((id) => `<tr>${cells(id)}</tr>`).join('')}</table>`);
    expect(text).toMatch(/row 1 of 12\n +tr\n +td\n +input\[type=checkbox]/);
    expect(text).not.toContain('list 2');
  });

  it('says where a number stands that could be the count of selected records', () => {
    const bar = '<div class="zgBar"><span class="zgInfo">37 ausgewählt</span></div>';
    const text = describeHtml(`${bar}<ul>${ids.map((id) => `<li id="${id}">3 Janes</li>`).join('')}</ul>`);
    expect(text).toContain('span.zgInfo text: words and a number of 2 digits');
  });

  it('shows the page’s frame where there is no list', () => {
    expect(describeHtml('<main class="zgMain"><p>Hello</p></main>')).toMatch(
      /no list found; the page\nhtml[^]*main\.zgMain\n +p text: words/,
    );
  });

  it('tells whether an input is ticked, which no attribute says', () => {
    const document = parseHtml('<ul><li><input type="checkbox"></li><li><input type="checkbox"></li></ul>');
    const input = document.querySelectorAll('input')[1];
    if (input) input.checked = true;
    expect(describePage(document, contacts)).toMatch(/2 check boxes, 1 of them ticked[^]*:checked/);
  });

  it('tells language and direction', () => {
    const document = parseHtml('');
    document.documentElement.lang = 'ar-EG';
    document.documentElement.dir = 'rtl';
    expect(describePage(document, contacts)).toContain('language: ar-EG, direction: rtl');
    document.documentElement.lang = 'jane';
    document.documentElement.dir = 'doe';
    expect(describePage(document, contacts)).toContain('language: none, direction: none');
  });
});

/** Letters that no word of the description is made of. */
const anyWord = fc.oneof(
  fc.stringMatching(/^[QZXJKWV][qzxjkwv]{3,8}$/),
  fc.stringMatching(/^[qzxjkwv]{4,9}$/),
  fc.stringMatching(/^[QZXJKWV]{4,9}$/),
);
const anySecret = fc.oneof(
  fc.tuple(anyWord, anyWord).map((words) => words.join(' ')),
  fc.tuple(anyWord, anyWord).map((words) => words.join('')),
  fc.tuple(anyWord, anyWord).map(([name, host]) => `${name}@${host}.example`),
  anyWord.map((word) => `${word} Özq & <b>`),
  fc.stringMatching(/^\+[1-9]\d [1-9]\d{2} [1-9]\d{6}$/),
  fc.stringMatching(/^[1-9]\d{2}-[1-9]\d-[1-9]\d$/),
  fc.stringMatching(/^[1-9]\d{18}$/),
);

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const slug = (text: string) => text.replaceAll(/[^\dA-Za-z]+/g, '-');
const joined = (text: string) => text.replaceAll(/[^\dA-Za-z]+/g, '');

/** Where markup can hold a secret: what is added to a row's tag, and to its inside. */
const places: Record<string, (secret: string) => { attributes?: string; inside?: string }> = {
  title: (secret) => ({ attributes: `title="${escaped(secret)}"` }),
  'any attribute': (secret) => ({ attributes: `data-x="${escaped(secret)}" for="${escaped(secret)}"` }),
  'an attribute of few values': (secret) => ({
    inside: `<i role="${slug(secret)}" type="${slug(secret)}"></i>`,
  }),
  'a record’s name': (secret) => ({ inside: `<a data-zcqa="${escaped(secret)}" href="#"></a>` }),
  id: (secret) => ({ inside: `<i id="${escaped(secret)}"></i><i id="row-${slug(secret)}"></i>` }),
  'an id, joined': (secret) => ({ inside: `<i id="row${joined(secret)}"></i>` }),
  class: (secret) => ({ attributes: `class="row ${escaped(secret)}"` }),
  'a class, as a slug': (secret) => ({ inside: `<i class="tag-${slug(secret).toLowerCase()}"></i>` }),
  'a class, joined': (secret) => ({ inside: `<i class="tag${joined(secret)}Row"></i>` }),
  'an attribute’s name': (secret) => ({ inside: `<i data-${slug(secret)} ${slug(secret)}="1"></i>` }),
  'an element’s name': (secret) => ({
    inside: `<x-${slug(secret)}></x-${slug(secret)}><q${joined(secret)}></q${joined(secret)}>`,
  }),
  link: (secret) => ({
    inside: `<a href="#/contacts/${escaped(secret)}?${slug(secret)}=${slug(secret)}"></a>`,
  }),
  'another host': (secret) => ({ inside: `<a href="https://${slug(secret)}.example/${slug(secret)}"></a>` }),
  'a scheme': (secret) => ({ inside: `<a href="x${joined(secret)}:${slug(secret)}"></a>` }),
  style: (secret) => ({ attributes: `style="--x: '${escaped(secret)}'"` }),
  comment: (secret) => ({ inside: `<!-- ${slug(secret)} -->` }),
  script: (secret) => ({ inside: `<script type="text/x">${escaped(secret)}</script>` }),
  value: (secret) => ({
    inside: `<input type="checkbox" value="${escaped(secret)}" name="${slug(secret)}">`,
  }),
};

/** Pieces of a secret that must not be seen: four letters or digits on end. */
function piecesOf(secret: string): string[] {
  const runs = secret.toLowerCase().match(/[a-z]{4,}|\d{4,}/g) ?? [];
  const pieces = runs
    .filter((run) => run !== 'example')
    .flatMap((run) => Array.from({ length: run.length - 3 }, (_, start) => run.slice(start, start + 4)));
  return [secret.toLowerCase(), ...pieces];
}

/** The description without its own counts, whose digits could be anyone's. */
const withoutCounts = (text: string) =>
  text.toLowerCase().replaceAll(/row \d+ of \d+|… \d+ more|\d+ (?=nodes|check boxes|of them|rows)/g, '');

describe('what a page says of people', () => {
  const anyPlant = fc.record({
    place: fc.constantFrom(...Object.keys(places)),
    secret: fc.nat(2),
    row: fc.nat(4),
  });

  it('is nowhere in its description, wherever in the markup it stands besides', () => {
    fc.assert(
      fc.property(
        fc.array(anySecret, { minLength: 3, maxLength: 3 }),
        fc.array(anyPlant, { minLength: 1, maxLength: 10 }),
        fc.constantFrom('li', 'tr', 'x-row'),
        (secrets, plants, tag) => {
          const rows = Array.from({ length: 5 }, (_, row) => {
            const planted = plants
              .filter((plant) => plant.row === row)
              .map(({ place, secret }) => places[place]?.(secrets[secret] ?? '') ?? {});
            const attributes = planted.map((plant) => plant.attributes ?? '').join(' ');
            const inside = planted.map((plant) => plant.inside ?? '').join('');
            const cell = tag === 'tr' ? 'td' : 'div';
            return `<${tag} ${attributes}><${cell}><input type="checkbox">${inside}</${cell}></${tag}>`;
          });
          const texts = secrets.map((secret) => `<p>${escaped(secret)}</p>`).join('');
          const list = tag === 'tr' ? `<table>${rows.join('')}</table>` : `<div>${rows.join('')}</div>`;
          const told = withoutCounts(describeHtml(texts + list));
          expect(told).toContain('rows that differ');
          for (const piece of secrets.flatMap(piecesOf)) expect(told).not.toContain(piece);
        },
      ),
      { numRuns: 150 },
    );
  });

  it.each([
    ['a text that is not described', '', `<p>${'<b>x</b>'.repeat(90)}<b>Jane</b></p>`],
    ['a value of the element', 'title="Jane"', ''],
    ['a value of another attribute of data', 'data-zcqa="Jane Doe"', ''],
  ])('is hidden in a class where it stands in %s', (_, attribute, elsewhere) => {
    const rows = `<li class="zgRow-jane" ${attribute}>a</li><li>b</li>`;
    const told = describeHtml(`${elsewhere}<div><ul>${rows}</ul></div>`);
    expect(told).toContain('li.zgRow-<word>');
  });

  it('is nowhere in its description, though it stands in the page’s address alone', () => {
    fc.assert(
      fc.property(anySecret, (secret) => {
        const word = encodeURIComponent(secret);
        for (const url of [
          `https://bigin.zoho.com/bigin/org942010964/Home?${word}=${word}#/${word}/${word}?${word}=${word}`,
          `https://${slug(secret)}.example/${word}`,
          secret,
        ]) {
          const told = withoutCounts(describeHtml('', url));
          for (const piece of piecesOf(secret)) expect(told).not.toContain(piece);
        }
      }),
    );
  });

  it('is nowhere in its description, though it stands in values alone', () => {
    fc.assert(
      fc.property(anySecret, (secret) => {
        const values = ['title', 'data-zcqa', 'data-x', 'href', 'role', 'type', 'aria-checked', 'dir', 'for']
          .map((name) => `${name}="${escaped(secret)}"`)
          .join(' ');
        const told = withoutCounts(describeHtml(`<ul><li ${values}>a</li><li>b</li></ul>`));
        for (const piece of piecesOf(secret)) expect(told).not.toContain(piece);
      }),
    );
  });
});

describe('a hostile page', () => {
  it('whose forms and names shadow what nodes have is described as any other', () => {
    const names = `id className attributes children getAttribute matches localName parentElement firstChild
      childNodes nextSibling firstElementChild nextElementSibling previousElementSibling childElementCount
      nodeType shadowRoot closest`.split(/\s+/);
    const document = parseHtml(`<form class="zgForm">${'<input type="checkbox">'.repeat(18)}</form>`);
    const form = document.querySelector('form');
    const input = document.querySelector('input');
    if (!form) throw new Error('there is no form');
    // What a browser does for controls and images with such names, and jsdom does not.
    for (const name of names) Object.defineProperty(form, name, { value: input });
    for (const name of ['documentElement', 'createTreeWalker', 'body', 'querySelectorAll']) {
      Object.defineProperty(document, name, { value: input });
    }
    expect(describePage(document, contacts)).toMatch(/form\.zgForm[^]*row 1 of 18\n +input\[type=checkbox]/);
  });

  it('that is nested very deep is described where its list is', () => {
    const document = parseHtml('');
    let inner: Element = document.body;
    for (let level = 0; level < 3000; level++) inner = inner.appendChild(document.createElement('div'));
    inner.innerHTML = '<ul class="zgList"><li><input type="checkbox"></li><li></li><li></li></ul>';
    expect(describePage(document, contacts)).toMatch(/\n….*\n[^]*ul\.zgList/);
  });

  it('that is very long is read to a bound, which is told', () => {
    const rows = Array.from({ length: 9000 }, (_, index) => `<li id="${index}"><b>Jane</b><i>Doe</i></li>`);
    const text = describeHtml(`<ul>${rows.join('')}</ul>`);
    expect(text).toContain('the first 40000 nodes:');
    expect(text.length).toBeLessThan(20_000);
  });

  it('of long names and many attributes gives a short text, cut where it is', () => {
    const attributes = Array.from({ length: 200 }, (_, index) => `data-zg-${'z'.repeat(28)}-${index}="x"`);
    const item = (kind: number) =>
      `<li class="zg-kind-${'abcdefgh'[kind]}"><input type="checkbox" ${attributes.join(' ')}>` +
      `${'defghijk'
        .split('')
        .map((letter) => `<b class="${letter}" ${attributes.join(' ')}></b>`)
        .join('')}</li>`;
    const text = describeHtml(
      [0, 1, 2].map((kind) => `<ul class="l${kind}">${item(0)}${item(kind).repeat(4)}</ul>`).join(''),
    );
    expect(text.length).toBeLessThanOrEqual(20_000);
    expect(text).toContain('… cut');
    expect(text).toContain('list 3: rows that differ\n');
  });

  it.each(['', 'nothing', 'https://[', 'javascript:', `https://bigin.zoho.com/${'x/'.repeat(100_000)}`])(
    'is described whatever its address: %.30s',
    (url) => {
      expect(describeHtml('', url).length).toBeLessThan(20_000);
    },
  );

  it('never makes it throw', () => {
    const anyPiece = fc.constantFrom(
      '<li>',
      '</li>',
      '<table><tr>',
      '<input type=checkbox checked>',
      '<svg><a href="#/x">',
      '<math><mi>',
      '<template>',
      '<x-checkbox id="1">',
      '<form><input name=attributes>',
      '<b "\'= class>',
      '<li id=7618134000000632028 class="\u0000 é">',
      '</div>',
      '12 x',
    );
    fc.assert(
      fc.property(fc.array(anyPiece, { maxLength: 30 }), fc.webUrl(), (pieces, url) => {
        expect(describeHtml(pieces.join(''), url)).toContain('page: ');
      }),
    );
    const empty = parseHtml('');
    empty.documentElement.remove();
    expect(describePage(empty, contacts)).toContain('0 nodes');
  });
});
