import { describe, expect, it } from 'vitest';
import { parsePasted } from '@/lib/selection/given/parse-pasted';
import { selectionLimit } from '@/lib/selection/page-reading';

const page = { dataCenter: 'us', org: 'org857936781' } as const;
const [a, b] = ['6331846000204950564', '6331846000204950565'];
const owner = '6331846000000105001';
const deal = (id: string) => `https://bigin.zoho.com/bigin/org857936781/Home#/deals/${id}`;
const parse = (...lines: string[]) => parsePasted(lines.join('\n'), page);

describe('a paste without end', () => {
  it('says when there are more records than one selection holds', () => {
    const ids = Array.from({ length: selectionLimit + 1 }, (_, index) =>
      String(6331846000200000000n + BigInt(index)),
    );
    expect(parse(...ids).tooMany).toBe(true);
    expect(parse(...ids.slice(1)).tooMany).toBe(false);
  });

  it.each([
    ['one word', 'a'.repeat(1e7)],
    ['digits', '1'.repeat(1e7)],
    ['spaces', `${' '.repeat(1e7)}x`],
    ['brackets', `${'('.repeat(1e7)}x`],
    ['quotes', `${a},${'"a'.repeat(1e6)}`],
    ['quotes and tabs', `${a},${'"a'.repeat(4e4)}${'\t'.repeat(1e5)},x\n`.repeat(30)],
    ['open quotes', `"${a},x\n`.repeat(5e4)],
    ['a link', deal('1'.repeat(1e7))],
    ['ids in one cell', `Record Id,Name\n"${`${a}\n${b}\n`.repeat(1e5)}",Jane`],
  ])('is read in good time: megabytes of %s', { timeout: 20_000 }, (_, text) => {
    expect(parsePasted(text, page).notUnderstood.length).toBeGreaterThan(0);
  });

  it('is read in good time: a hundred thousand rows', { timeout: 20_000 }, () => {
    const rows = Array.from(
      { length: 100_000 },
      (_, index) => `"Acme, Inc",zcrm_${6331846000200000001n + BigInt(index)},zcrm_${owner}`,
    );
    expect(parse('Name,Record Id,Owner.id', ...rows).unplaced).toHaveLength(100_000);
  });
});
