import { moduleNames } from '@/lib/bigin/modules';
import { coqlScope, modulesScope, orgScope, readScope, tagsScope, writeScope } from '@/lib/bigin/scopes';

/** What removals need. */
const neededScopes: readonly string[] = [
  ...moduleNames.flatMap((module) => [readScope(module), writeScope(module)]),
  tagsScope,
  orgScope,
  coqlScope,
];

/**
 * What a connection asks for, and no more: to read and write each module's records, to list tags, to tell which
 * organization a token is for, COQL, which reads the tags of 200 records in one call, and what the organization
 * calls its modules.
 */
export const scopes: readonly string[] = [...neededScopes, modulesScope];

/** The scopes in an answer of Zoho's, which separates them by spaces or by commas. */
export function scopesOf(text: string): string[] {
  return text.split(/[\s,]+/).filter(Boolean);
}

/** The scopes that a connection lacks of those that removals need. */
export function missingScopes(granted: readonly string[]): string[] {
  return neededScopes.filter((scope) => !granted.includes(scope));
}
