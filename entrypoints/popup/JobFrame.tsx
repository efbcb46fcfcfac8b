import type { ReactNode } from 'react';
import { Status } from '@/components/Status';
import { translate } from '@/lib/i18n/translate';
import type { Account } from '@/lib/jobs/account/account';
import { isUnfinished } from '@/lib/jobs/job';
import type { Selection } from '@/lib/selection/selection';
import { Frame } from './Frame';

export interface JobViewProps {
  account: Account;
  /** The selection that the job came from, where the page still has it. */
  selection: Selection | undefined;
  /** The organization's name, where the page still tells it. */
  org: string | undefined;
}

interface JobFrameProps extends JobViewProps {
  footer: ReactNode;
  children: ReactNode;
}

/** A job's view. Its status stands empty while the job runs, so that the result is read out when it comes. */
export function JobFrame({ account, selection, org, footer, children }: JobFrameProps) {
  return (
    <Frame
      selection={selection ?? { module: account.job.module, count: account.total }}
      org={org}
      footer={footer}
    >
      <Status text={statusText(account)} />
      {children}
    </Frame>
  );
}

function statusText({ job, changed, changedTags, failed }: Account): string | undefined {
  if (isUnfinished(job)) return undefined;
  // Where nothing was changed, the problem, the cancellation or the failures are all there is to say.
  if (changed === 0 && (job.state !== 'finished' || failed.length > 0)) return undefined;
  const key = job.kind === 'undo' ? 'result.restored' : 'result.removed';
  return translate(key, { tags: changed > 0 ? changedTags : job.tagNames.length, records: changed });
}
