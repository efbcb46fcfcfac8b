import { dataCenterIds, dataCenters, webAppPatterns } from '@/lib/bigin/data-centers';
import { translate, type MessageKey } from '@/lib/i18n/translate';

/** Why each permission is there; the same are documented in `docs/permissions.md`. */
export const permissionReasons: Partial<Record<string, MessageKey>> = {
  storage: 'permission.storage',
  identity: 'permission.identity',
  scripting: 'permission.scripting',
  contextMenus: 'permission.contextMenus',
  alarms: 'permission.alarms',
  sidePanel: 'permission.sidePanel',
  notifications: 'permission.notifications',
};

const hostReasons: readonly { patterns: readonly string[]; reason: MessageKey }[] = [
  { patterns: webAppPatterns, reason: 'permission.webApp' },
  {
    patterns: dataCenterIds.map((id) => `${dataCenters[id].accountsServer}/*`),
    reason: 'permission.accounts',
  },
  { patterns: dataCenterIds.map((id) => `${dataCenters[id].apiDomain}/*`), reason: 'permission.api' },
];

/** What of a manifest says which permissions there are. */
export interface PermissionManifest {
  permissions?: readonly string[];
  optional_permissions?: readonly string[];
  host_permissions?: readonly string[];
}

export interface ExplainedPermission {
  /** The browser's name of a permission, or hosts: the first, and how many more there are. */
  name: string;
  /** Those that are more. */
  otherHosts: string[];
  /** Empty where none is written yet. */
  reason: string;
  isOptional: boolean;
}

/** Every permission that a manifest asks for, and why; hosts by what they are there for. */
export function explainPermissions(manifest: PermissionManifest): ExplainedPermission[] {
  const { permissions = [], optional_permissions: optional = [], host_permissions: hosts = [] } = manifest;
  const explain = (name: string, isOptional: boolean) => {
    const reason = permissionReasons[name];
    return { name, otherHosts: [], reason: reason ? translate(reason) : '', isOptional };
  };
  const known = new Set(hostReasons.flatMap(({ patterns }) => patterns));
  return [
    ...permissions.map((name) => explain(name, false)),
    ...hostReasons.flatMap(({ patterns, reason }) => {
      const [first, ...others] = hosts.filter((host) => patterns.includes(host)).map(hostOf);
      if (first === undefined) return [];
      const name = translate('permission.hosts', { host: first, count: others.length });
      return [{ name, otherHosts: others, reason: translate(reason), isOptional: false }];
    }),
    ...hosts.filter((host) => !known.has(host)).map((host) => explain(host, false)),
    ...optional.map((name) => explain(name, true)),
  ];
}

function hostOf(pattern: string): string {
  return pattern.replace(/^https:\/\//, '').replace(/\/\*$/, '');
}
