/** What the bundler tells of its modules. */
interface Graph {
  getModuleIds: () => Iterable<string>;
  getModuleInfo: (id: string) => { isEntry: boolean; importedIds: readonly string[] } | null;
}

/** Where the popup's page begins: what does so has to be a file of its own. */
const startsPopup = /\/entrypoints\/popup\/(index\.html|main\.tsx)$/;

/** The popup reaches it, in files of which it uses other things, but loads none of it. */
const schemas = /\/node_modules\/zod\/|\/lib\/(zod|schemas)\.ts$/;

/**
 * Puts what the popup loads into one script and one style sheet, which all pages load: 12 kB gzipped more than the
 * others need, of files that lie on the user's disk. Each further file that the popup has to ask the browser for makes
 * it wait some 4 ms longer. Left to itself the bundler makes one for each set of pages that have a module in common,
 * each with a style sheet: a dozen small ones.
 */
export function pageChunks() {
  return {
    name: 'page-chunks',
    outputOptions<T extends { format?: string }>(options: T) {
      // The worker and the scripts are one file each.
      if (options.format !== 'es') return undefined;
      let loaded: Set<string> | undefined;
      return {
        ...options,
        manualChunks(id: string, graph: Graph) {
          if (schemas.test(id)) return 'schemas';
          loaded ??= loadedByPopup(graph);
          return loaded.has(id) && !startsPopup.test(id) ? 'shared' : undefined;
        },
      };
    },
  };
}

/** What the popup loads at once: what it reaches by static imports. */
function loadedByPopup({ getModuleIds, getModuleInfo }: Graph): Set<string> {
  const loaded = new Set<string>();
  const reach = (id: string) => {
    if (loaded.has(id)) return;
    loaded.add(id);
    getModuleInfo(id)?.importedIds.forEach(reach);
  };
  for (const id of getModuleIds()) if (startsPopup.test(id) && getModuleInfo(id)?.isEntry) reach(id);
  return loaded;
}
