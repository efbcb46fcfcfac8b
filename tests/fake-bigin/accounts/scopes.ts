import { modules } from '../world/modules';

const moduleWords = Object.values(modules)
  .map(({ scopeWord }) => scopeWord)
  .join('|');

const known = new RegExp(
  `^ZohoBigin\\.(modules(\\.(${moduleWords}))?|settings(\\.(tags|modules|fields|layouts))?|org|users|coql)` +
    '\\.(ALL|READ|WRITE|CREATE|UPDATE|DELETE)$',
);

/** The scopes of a request, separated by commas; null when one of them does not exist. */
export function parseScopes(text: string): string[] | null {
  const scopes = text.split(',').map((scope) => scope.trim());
  return scopes.every((scope) => known.test(scope)) ? scopes : null;
}
