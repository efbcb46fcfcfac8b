import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { dataCenterIds, dataCenters } from '@/lib/bigin/data-centers';
import { dataCenterName } from '@/lib/i18n/data-center-name';
import { translate } from '@/lib/i18n/translate';
import { root } from '../../../scripts/run-command';

const field = z.object({ label: z.string(), options: z.optional(z.array(z.string())) });

/** What GitHub takes for a form: https://docs.github.com/communities/using-templates-to-encourage-useful-issues-and-pull-requests */
const form = z.strictObject({
  name: z.string(),
  description: z.string(),
  labels: z.array(z.string()),
  body: z.array(
    z.union([
      z.strictObject({ type: z.literal('markdown'), attributes: z.object({ value: z.string() }) }),
      z.strictObject({
        type: z.enum(['input', 'textarea', 'dropdown']),
        id: z.string(),
        attributes: field,
        validations: z.optional(z.object({ required: z.boolean() })),
      }),
    ]),
  ),
});

const readForm = (name: string) =>
  form.parse(parse(readFileSync(join(root, '.github/ISSUE_TEMPLATE', `${name}.yml`), 'utf8')));

describe.each(['bug', 'misread-page'])('the form %s', (name) => {
  it('names each field once', () => {
    const ids = readForm(name).body.flatMap((part) => ('id' in part ? [part.id] : []));
    expect(ids).not.toEqual([]);
    expect(ids).toEqual([...new Set(ids)]);
  });
});

it('who reports a bug can name their data center', () => {
  const [options = []] = readForm('bug').body.flatMap((part) =>
    'id' in part && part.id === 'data-center' ? [part.attributes.options ?? []] : [],
  );
  const known = dataCenterIds.map((id) => `${dataCenterName(id)} (${dataCenters[id].webHost})`);
  expect(options).toEqual([...known, 'I do not know']);
});

it('who reports a misread page is led to the description by the words that the popup has', () => {
  const { body } = readForm('misread-page');
  const text = body.flatMap((part) => (part.type === 'markdown' ? [part.attributes.value] : [])).join('\n');
  for (const key of ['popup.more', 'report.menu', 'report.copy'] as const) {
    expect(text).toContain(`**${translate(key)}**`);
  }
  expect(text).toContain('no text of the page');
  const [description] = body.flatMap((part) => ('id' in part && part.id === 'description' ? [part] : []));
  expect(description?.validations?.required).toBe(true);
});
