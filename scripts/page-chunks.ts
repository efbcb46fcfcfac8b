/** What the bundler tells of its modules. */
interface Graph {
  getModuleIds: () => Iterable<string>;
  getModuleInfo: (id: string) => { isEntry: boolean; importedIds: readonly string[] } | null;
}

const isPopup = (page: string) => /\/entrypoints\/popup\//.test(page);

/** The side panel shows the popup's views too, and more besides. */
const showsPopup = (page: string) => isPopup(page) || /\/entrypoints\/sidepanel\//.test(page);

const startsPage = /\/entrypoints\/[\w-]+\/(index\.html|main\.tsx)$/;

/** The popup reaches it, in files of which it uses other things, but loads none of it. */
const schemas = /\/node_modules\/zod\/|\/lib\/(zod|schemas)\.ts$/;

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
          if (schemas.test(id)) return 'schemas';
          pagesOf ??= pagesByModule(graph);
          const pages = [...(pagesOf.get(id) ?? [])];
          // What the popup alone loads is its size, which no other page may have.
          if (startsPage.test(id) || !pages.some(isPopup) || pages.every(isPopup)) return undefined;
          return pages.every(showsPopup) ? 'popup-views' : 'shared';
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
