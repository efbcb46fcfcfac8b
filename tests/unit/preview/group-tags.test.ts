import { describe, expect, it } from 'vitest';
import { groupTags } from '@/lib/preview/group-tags';

const [all, most, one] = [
  { name: 'all', count: 3 },
  { name: 'most', count: 2 },
  { name: 'one', count: 1 },
] as const;
const inShort = (tags: { name: string; count: number }[], of = [all, most, one]) =>
  groupTags(tags, { tags: of, recordCount: 3 }).map((line) =>
    'group' in line ? `[${line.group}]` : line.tag.name,
  );

describe('the groups of tags', () => {
  it('tell apart those on every record and those on some', () => {
    expect(inShort([all, most, one])).toEqual(['[every]', 'all', '[some]', 'most', 'one']);
  });

  it('are not told where all are of one kind', () => {
    expect(inShort([most, one], [most, one])).toEqual(['most', 'one']);
    expect(inShort([all], [all])).toEqual(['all']);
  });

  it('are told of those that a filter leaves', () => {
    expect(inShort([one])).toEqual(['[some]', 'one']);
  });

  it('leave each tag its place among the tags', () => {
    const lines = groupTags([all, most, one], { tags: [all, most, one], recordCount: 3 });
    expect(lines.flatMap((line) => ('tag' in line ? line.at : []))).toEqual([0, 1, 2]);
  });
});
