import type { ModuleName, Org } from '../world/types';
import type { ModuleRecord } from './rows';
import type { ListModule } from './wire/messages';

/** The records of a list; those of the activities are the tasks, events and calls that the user may see. */
export function recordsOf(org: Org, module: ListModule): ModuleRecord[] {
  if (module !== 'Activities') return org.records[module].map((record) => ({ module, record }));
  const kinds: ModuleName[] = ['Tasks', 'Events', 'Calls'];
  return takeTurns(
    kinds
      .filter((kind) => !org.forbiddenModules.has(kind))
      .map((kind) => org.records[kind].map((record) => ({ module: kind, record }))),
  );
}

/** One of each in turn, so that any page of a mixed list is really mixed. */
function takeTurns<T>(lists: T[][]): T[] {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, turn) =>
    lists.flatMap((list) => list.slice(turn, turn + 1)),
  ).flat();
}
