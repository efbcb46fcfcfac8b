import type { ListModule } from '../wire/messages';
import { moduleFromWord } from '../wire/module-words';

export type Route =
  | { page: 'list'; module: ListModule; cvid: string | null }
  | { page: 'board'; pipeline: string | null }
  | { page: 'record'; module: ListModule; id: string; section: string | null }
  | { page: 'search'; word: string }
  | { page: 'settings' }
  | { page: 'unknown' };

/** The hash decides; a CRM-style link says by its path what a hash would say. */
export function routeOf({ pathname, hash }: { pathname: string; hash: string }): Route {
  const crmPath = /^\/crm\/org\d+\/tab\/(.+)$/.exec(pathname)?.[1];
  const [path = '', query = ''] = (
    hash.length > 1 ? hash.replace(/^#\/?/, '') : (crmPath ?? 'contacts')
  ).split('?');
  return routeOfPath(path.split('/').filter(Boolean), new URLSearchParams(query));
}

function routeOfPath([word = '', second, third]: string[], query: URLSearchParams): Route {
  if (word === 'settings') return { page: 'settings' };
  if (word === 'search') return { page: 'search', word: query.get('word') ?? '' };
  const module = moduleFromWord(word);
  if (!module) return { page: 'unknown' };
  if (second === undefined) return { page: 'list', module, cvid: query.get('cvid') };
  const isId = /^\d+$/.test(second);
  if (module === 'Activities' && !isId) return routeOfPath([second, ...(third ? [third] : [])], query);
  if (module === 'Pipelines' && second === 'kanban') return { page: 'board', pipeline: third ?? null };
  if (!isId) return { page: 'unknown' };
  return { page: 'record', module, id: second, section: query.get('section') };
}
