import { formatList } from './format-list';
import { translate } from './translate';

/** So many hosts are named: those of one data center. */
const most = 3;

/** Hosts, each by its name; of many, the first and how many more they are. */
export function hostList(hosts: readonly string[]): string {
  const [host = '', ...others] = hosts;
  return hosts.length > most
    ? translate('permission.hosts', { host, count: others.length })
    : formatList(hosts);
}
