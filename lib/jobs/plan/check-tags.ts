import type { BiginClient } from '@/lib/bigin/client';
import { listTags } from '@/lib/bigin/endpoints/tags';
import type { ModuleName } from '@/lib/bigin/modules';
import { ProblemError } from '@/lib/problem';

/**
 * Throws `tagGone` where the module no longer has a chosen tag: Bigin answers its removal with success, so
 * only this tells that somebody else deleted it after the preview.
 */
export async function checkTags(
  client: BiginClient,
  module: ModuleName,
  tagNames: readonly string[],
): Promise<void> {
  const names = new Set((await listTags(client, module)).map((tag) => tag.name));
  const gone = tagNames.find((name) => !names.has(name));
  if (gone !== undefined) throw new ProblemError('tagGone', { tag: gone });
}
