import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/run-command';
import { codesOf, tableRows } from './markdown-tables';

export interface DocumentedPermission {
  name: string;
  kind: string;
  /** `Chrome`, `Firefox` */
  builds: string[];
  /** Files that use it. */
  usedBy: string[];
}

/** The tables of `docs/permissions.md`. */
export function documentedPermissions(): { permissions: DocumentedPermission[]; hosts: string[][] } {
  const rows = tableRows(readFileSync(join(root, 'docs/permissions.md'), 'utf8'));
  const isOfHosts = (row: string[]) => row.every((cell, index) => index === 0 || cell.includes('https://'));
  const permissions = rows
    .filter((row) => !isOfHosts(row))
    .map(([name = '', kind = '', builds = '', usedBy = '']) => ({
      name: codesOf(name).join(),
      kind,
      builds: builds.split(', '),
      usedBy: codesOf(usedBy),
    }));
  return { permissions, hosts: rows.filter(isOfHosts).map((row) => row.flatMap(codesOf)) };
}
