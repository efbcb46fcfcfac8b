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
