/** What the bundler tells of its modules. */
interface Graph {
  getModuleIds: () => Iterable<string>;
  getModuleInfo: (id: string) => { isEntry: boolean; importedIds: readonly string[] } | null;
}

const isPopup = /\/entrypoints\/popup\//;

/** The pages that show the popup's views. */
const showsPopup = /\/entrypoints\/(popup|sidepanel)\//;

const startsPage = /\/entrypoints\/[\w-]+\/(index\.html|main\.tsx)$/;

/** What the popup reaches, in files of which it uses other things, but does not load. */
const apart = [
  { chunk: 'schemas', modules: /\/node_modules\/zod\// },
  { chunk: 'use-queries', modules: /\/(useQueries|queriesObserver)\.js$/ },
];

/**
 * Puts what the popup loads into two files: what pages of another kind load too, and the rest. Left to itself the
 * bundler makes one for each set of pages that have a module in common, each with a style sheet: a dozen small ones,
 * which take 4 kB more gzipped, and more with each page.
 */
export function pageChunks() {
  return {
    name: 'page-chunks',
    outputOptions<T extends { format?: string }>(options: T) {
      // The worker and the scripts are one file each.
      if (options.format !== 'es') return undefined;
      let pagesOf: Map<string, Set<string>> | undefined;
      return {
        ...options,
        manualChunks(id: string, graph: Graph) {
          const own = apart.find(({ modules }) => modules.test(id));
          if (own) return own.chunk;
          pagesOf ??= pagesByModule(graph);
          const pages = [...(pagesOf.get(id) ?? [])];
          if (startsPage.test(id) || !pages.some((page) => isPopup.test(page))) return undefined;
          return pages.every((page) => showsPopup.test(page)) ? 'popup-views' : 'shared';
        },
      };
    },
  };
}

/** The pages that load each module at once: those that reach it by static imports. */
function pagesByModule({ getModuleIds, getModuleInfo }: Graph): Map<string, Set<string>> {
  const pages = new Map<string, Set<string>>();
  const reach = (id: string, page: string) => {
    const known = pages.get(id) ?? new Set();
    if (known.has(page)) return;
    pages.set(id, known.add(page));
    getModuleInfo(id)?.importedIds.forEach((imported) => reach(imported, page));
  };
  for (const id of getModuleIds()) if (getModuleInfo(id)?.isEntry) reach(id, id);
  return pages;
}
