import { ProblemNotice } from '@/components/ProblemNotice';
import { useMissingHosts } from './useMissingHosts';

/** Says what the browser keeps from the extension of what it needs, and asks for it; nothing where all is allowed. */
export function MissingAccess() {
  const hosts = useMissingHosts();
  if (hosts.length === 0) return null;
  return <ProblemNotice problem={{ code: 'accessMissing', values: { hosts: hosts.join(',') } }} />;
}
