import * as z from '@/lib/zod';
import { lengthOf, nullish } from '@/lib/schemas';
import type { BiginClient } from '../client';
import { moduleNames, type ModuleName } from '../modules';
import { modulesScope } from '../scopes';

const label = z.string(lengthOf(1, 100));

const moduleAnswer = z.object({
  api_name: z.enum(moduleNames),
  singular_label: label,
  plural_label: label,
  actual_singular_label: nullish(z.string()),
  actual_plural_label: nullish(z.string()),
});

const modulesAnswer = z.object({ modules: z.array(z.unknown()) });

/**
 * `GET /settings/modules`: what the organization calls one record and several of the modules that it has renamed
 * (source: recorded response; `actual_…` are Bigin's own words). Modules that have no tags are passed over, and so is
 * one that cannot be understood.
 */
export async function readModuleWords(
  client: BiginClient,
): Promise<Partial<Record<ModuleName, { singular: string; plural: string }>>> {
  const request = { method: 'GET', scope: modulesScope, path: 'settings/modules' } as const;
  const answer = await client.request(request, modulesAnswer);
  const known = (answer?.modules ?? []).flatMap((module) => z.safeParse(moduleAnswer, module).data ?? []);
  const renamed = known.filter(
    (module) =>
      module.singular_label !== module.actual_singular_label ||
      module.plural_label !== module.actual_plural_label,
  );
  return Object.fromEntries(
    renamed.map((module) => [
      module.api_name,
      { singular: module.singular_label, plural: module.plural_label },
    ]),
  );
}
