import * as z from 'zod';
import type { FakeBigin } from '../../tests/fake-bigin/index';

export interface DemoRecord {
  name: string;
  tags: string[];
}

const pageSchema = z.object({
  data: z.array(
    z.object({ id: z.string(), Full_Name: z.string(), Tag: z.array(z.object({ name: z.string() })) }),
  ),
  info: z.object({ more_records: z.boolean(), next_page_token: z.string().nullish() }),
});

/** Every contact of an organization, as Bigin's API answers it. */
export async function recordsFromApi(bigin: FakeBigin, zgid: string): Promise<Map<string, DemoRecord>> {
  const { accessToken } = bigin.issueToken({ zgid });
  const records = new Map<string, DemoRecord>();
  let pageToken: string | null | undefined;
  do {
    const url = new URL('https://www.zohoapis.com/bigin/v2/Contacts?fields=id,Full_Name,Tag&per_page=200');
    if (pageToken) url.searchParams.set('page_token', pageToken);
    const headers = { Authorization: `Zoho-oauthtoken ${accessToken}` };
    const answer = await bigin.fetch(new Request(url, { headers }));
    const { data, info } = pageSchema.parse(await answer.json());
    for (const { id, Full_Name, Tag } of data)
      records.set(id, { name: Full_Name, tags: Tag.map(({ name }) => name) });
    pageToken = info.more_records ? info.next_page_token : null;
  } while (pageToken);
  return records;
}

/** The given records in each of the states, side by side. */
export function printTable(ids: string[], states: Record<string, Map<string, DemoRecord>>): void {
  const [first = new Map<string, DemoRecord>()] = Object.values(states);
  const rows = ids.map((id) => [
    first.get(id)?.name ?? id,
    ...Object.values(states).map((records) => records.get(id)?.tags.toSorted().join(', ') || '–'),
  ]);
  const table = [['Contact', ...Object.keys(states)], ...rows];
  const widths = (table[0] ?? []).map((_, column) =>
    Math.max(...table.map((row) => (row[column] ?? '').length)),
  );
  const line = (row: string[]) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  │  ');
  const [head = [], ...body] = table;
  console.log(`\n${line(head)}\n${widths.map((width) => '─'.repeat(width)).join('──┼──')}`);
  for (const row of body) console.log(line(row));
}

/** A line for each record whose tags are not what they should have become. */
export function unexpectedChanges(
  before: Map<string, DemoRecord>,
  after: Map<string, DemoRecord>,
  expected: (id: string, tags: string[]) => string[],
): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((id) => {
    const wanted = expected(id, before.get(id)?.tags ?? []).toSorted();
    const found = (after.get(id)?.tags ?? []).toSorted();
    return JSON.stringify(wanted) === JSON.stringify(found)
      ? []
      : [`${id}: ${found.join(', ')} instead of ${wanted.join(', ')}`];
  });
}
