import { moduleNames, modules } from '@/lib/bigin/modules';

/**
 * The least that a removal needs: read and write each module's records, list tags, tell which organization
 * a token is for, and COQL, which reads the tags of 200 records in one call (source: Bigin's scope table).
 */
export const scopes: readonly string[] = [
  ...moduleNames.flatMap((name) => [
    `ZohoBigin.modules.${modules[name].scope}.READ`,
    `ZohoBigin.modules.${modules[name].scope}.WRITE`,
  ]),
  'ZohoBigin.settings.tags.READ',
  'ZohoBigin.org.READ',
  'ZohoBigin.coql.READ',
];

/** The scopes in an answer of Zoho's, which separates them by spaces or by commas. */
export function scopesOf(text: string): string[] {
  return text.split(/[\s,]+/).filter(Boolean);
}

/** The scopes that a connection lacks of those that removals need. */
export function missingScopes(granted: readonly string[]): string[] {
  return scopes.filter((scope) => !granted.includes(scope));
}
