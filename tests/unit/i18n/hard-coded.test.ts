import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../../scripts/run-command';
import { filesIn } from '../../../scripts/source-folders';
import { hardCodedTexts } from './hard-coded-texts';

/** Texts that stand in the code with good reason: the file or folder, the texts, and why. */
const exceptions: [path: string, texts: RegExp, why: string][] = [
  ['components/tag-lines.ts', /^(?:tag|group) …$/, 'React tells lines apart by them'],
  ['entrypoints/popup/panels/ByTagPanel.tsx', /^Contacts$/, 'the API calls a module so'],
  ['lib/browser/unsaved-input.ts', /\[/, 'they are selectors of elements'],
  ['lib/i18n/language-names.ts', /./, 'each language is named in itself'],
  ['lib/jobs/account/export/csv.ts', /./, 'a file’s columns are found by the same names everywhere'],
  ['lib/selection/diagnostic/', /./, 'the report on a page is for who mends the extension'],
];

const found = ['components', 'entrypoints', 'lib']
  .flatMap(filesIn)
  .flatMap((path) =>
    hardCodedTexts(readFileSync(join(root, path), 'utf8'), path).map((text) => ({ path, ...text })),
  );

describe('the code', () => {
  it('has no text of its own that users see', () => {
    const unexcused = found.filter(
      ({ path, text }) => !exceptions.some(([file, texts]) => path.startsWith(file) && texts.test(text)),
    );
    expect(unexcused.map(({ path, line, text }) => `${path}:${line} “${text}”`)).toEqual([]);
  });

  it.each(exceptions)('in %s may have texts like %s, which it has: %s', (file, texts) => {
    expect(found.some(({ path, text }) => path.startsWith(file) && texts.test(text))).toBe(true);
  });
});

describe('a text is found', () => {
  it.each([
    ['as a child', '<p>Nothing to see here</p>', 'Nothing to see here'],
    ['as a child of one word', '<>Saved</>', 'Saved'],
    ['behind a sign', '<>· Saved</>', '· Saved'],
    ['in an attribute', '<PopupFrame heading="Nothing to see here" />', 'Nothing to see here'],
    ['in an attribute of one word', '<Step name="Connect" />', 'Connect'],
    ['in an attribute’s braces', "<Field label={'Your name'} />", 'Your name'],
    ['in a template', '<p>{`${count} records`}</p>', '… records'],
    ['in a choice', "<p>{is ? 'Yes it is' : no}</p>", 'Yes it is'],
    ['in the other choice', "<p>{is ? yes : 'No it is not'}</p>", 'No it is not'],
    ['in the choice of an attribute', "<Field hint={is ? 'Yes it is' : undefined} />", 'Yes it is'],
    ['behind a condition', "<p>{is && 'It is so'}</p>", 'It is so'],
    ['in place of what is missing', "<p>{name ?? 'No name yet'}</p>", 'No name yet'],
    ['in what is put together', "<p>{'Removed ' + count}</p>", 'Removed'],
    ['as an argument', "<p>{quoted('No name')}</p>", 'No name'],
    ['in what is compared', "<p>{heading('Not found') === text}</p>", 'Not found'],
    ['in an object', "<Menu items={[{ id: 'all', label: 'All of them' }]} />", 'All of them'],
    ['under another type', "<p>{'All of them' as Label}</p>", 'All of them'],
    ['in markup within an attribute', '<Frame footer={<Button>Go on</Button>} />', 'Go on'],
    ['in a handler', "<Button onClick={() => tell('It is done')} />", 'It is done'],
    ['in a script without capitals', '<p>設定</p>', '設定'],
  ])('in markup, %s', (_, code, text) => {
    expect(textsOf(code, 'components/Some.tsx')).toEqual([text]);
    expect(textsOf(code, 'lib/jobs/some.tsx')).toEqual([text]);
  });

  it.each([
    ['title', 'contextMenus.create({ title: `Remove ${tag}` })', 'Remove …'],
    ['title', "action.setTitle({ tabId, title: is ? 'Nothing ticked' : other })", 'Nothing ticked'],
    ['message', "notifications.create({ message: lines ?? 'All done' })", 'All done'],
    ['contextMessage', "notifications.create({ contextMessage: 'All done' })", 'All done'],
    ['iconTitle', "create({ buttons: [{ iconTitle: 'Undo' }] })", 'Undo'],
    ['text', "const badge = { 'text': 'Three of them' }", 'Three of them'],
    ['label', "const item = { id: 'all', label: 'All of them' }", 'All of them'],
    ['hint', "const row = { hint: 'Only once' }", 'Only once'],
    ['note', "class Row { note = 'Only once' }", 'Only once'],
    ['placeholder', "field.placeholder = 'Search for'", 'Search for'],
    ['heading', "const heading = 'All of them'", 'All of them'],
    ['heading', "function heading() { return 'All of them' }", 'All of them'],
    ['title', "document.title = 'Untag: history'", 'Untag: history'],
  ])('as %s: %s', (_, code, text) => {
    expect(textsOf(code, 'lib/browser/some.ts')).toEqual([text]);
    expect(textsOf(code, 'lib/jobs/some.ts')).toEqual([text]);
  });

  it.each(['components/some.ts', 'entrypoints/popup/some.ts', 'lib/browser/some.ts', 'lib/i18n/some.ts'])(
    'whatever it is given to, where texts are made for users: %s',
    (path) => {
      expect(textsOf("const said = is ? 'It is so' : other;", path)).toEqual(['It is so']);
      expect(textsOf("setTitle('It is so')", path)).toEqual(['It is so']);
    },
  );

  it('in its line', () => {
    const code = "// 🏷️\nconst items = [\n  { title: '🏷️ Tags' },\n  { title: 'All of them' },\n];";
    expect(hardCodedTexts(code, 'lib/some.ts')).toEqual([
      { line: 3, text: '🏷️ Tags' },
      { line: 4, text: 'All of them' },
    ]);
  });
});

describe('no text is found', () => {
  it.each([
    ['the key of a sentence', "<Frame heading={translate('paste.title')} />"],
    ['a word of the code', '<Button look="primary" type="button" />'],
    ['signs and numbers', '<p>· – {` · ${count} / 7`}</p>'],
    [
      'classes and styles',
      '<p className="count plain" style={{ transform: `scale(2) rotate(${angle})` }} />',
    ],
    ['other elements’ names', '<p aria-labelledby="name count" aria-describedby={`${id}-a ${id}-b`} />'],
    ['what a link is', '<a rel="noopener noreferrer" />'],
    ['a drawing', '<path d="M4 2h7m4 0L3" transform="rotate(-45) translate(-6)" />'],
    ['what is compared', "<p onKeyDown={({ key }) => key === 'Enter' && key !== 'Escape' && run()} />"],
    ['a case', "<p onKeyDown={({ key }) => { switch (key) { case 'Escape': leave(); } }} />"],
    ['the name of a key', "<p onKeyDown={({ key }) => move({ ArrowDown: 1 }[key], 'ArrowUp')} />"],
    ['the name of a property', "<p>{count({ 'Content-Type': json }['Content-Type'])}</p>"],
    ['what is thrown', "<p>{use(() => { throw new Error('The page has no root'); })}</p>"],
    ['a type', "<p>{list as 'The list' | 'Another list'}</p>"],
    ['an import', "import { Button } from './Button';"],
  ])('in %s', (_, code) => {
    expect(textsOf(code, 'components/Some.tsx')).toEqual([]);
  });

  it('in what the code calls otherwise, where no texts are made for users', () => {
    expect(textsOf("const query = { select: 'select id from Contacts' };", 'lib/bigin/some.ts')).toEqual([]);
  });
});

function textsOf(code: string, path: string): string[] {
  return hardCodedTexts(code, path).map(({ text }) => text);
}
