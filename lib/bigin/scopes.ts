import { modules, type ModuleName } from './modules';

/** The OAuth scopes of the calls that a removal makes, each the least one (source: Bigin's scope tables). */

export const orgScope = 'ZohoBigin.org.READ';
export const tagsScope = 'ZohoBigin.settings.tags.READ';
export const modulesScope = 'ZohoBigin.settings.modules.READ';
export const coqlScope = 'ZohoBigin.coql.READ';

export function readScope(module: ModuleName): string {
  return `ZohoBigin.modules.${modules[module].scope}.READ`;
}

export function writeScope(module: ModuleName): string {
  return `ZohoBigin.modules.${modules[module].scope}.WRITE`;
}
