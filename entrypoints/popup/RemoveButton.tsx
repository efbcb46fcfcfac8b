import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { Button } from '@/components/Button';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { Hint } from '@/components/Hint';
import { TagNames } from '@/components/TagNames';
import type { ModuleName } from '@/lib/bigin/modules';
import { translate } from '@/lib/i18n/translate';
import { costOf, needsConfirmation, type Cost } from '@/lib/jobs/plan/cost';
import { freshFor } from '@/lib/preview/fresh-for';
import { countRecords, type PreviewSummary } from '@/lib/preview/preview';
import { runSettingsQuery } from './queries';

interface RemoveButtonProps {
  module: ModuleName;
  summary: PreviewSummary;
  chosen: ReadonlySet<string>;
  isStarting: boolean;
  onRemove: () => void;
}

/** What will happen, on the button itself, and what it takes, beside it; a large removal is confirmed. */
export function RemoveButton({ module, summary, chosen, isStarting, onRemove }: RemoveButtonProps) {
  const settings = useQuery(runSettingsQuery).data;
  const isStale = useStaleness(summary.readAt);
  const [isAsking, setIsAsking] = useState(false);
  const { reader, batchSize, creditsLeft } = summary;
  const records = useMemo(() => countRecords(summary, chosen), [summary, chosen]);
  const label =
    chosen.size === 0
      ? translate('remove.choose')
      : translate('remove.button', { tags: chosen.size, records });
  const cost =
    settings && chosen.size > 0
      ? costOf({
          module,
          records,
          tagNames: [...chosen],
          batchCeiling: settings.batchCeiling,
          isStale,
          ...(reader && { reader }),
          ...(batchSize && { batchSize }),
        })
      : undefined;
  const mustConfirm = cost && settings && needsConfirmation(records, cost, settings, creditsLeft);
  return (
    <>
      {/* There in any case, so that the button does not move away from under a choice. */}
      <Hint>{cost ? costText(cost, creditsLeft) : translate('remove.chooseFirst')}</Hint>
      <Button
        look="primary"
        disabled={!settings || chosen.size === 0 || isStarting}
        aria-busy={isStarting}
        onClick={() => (mustConfirm ? setIsAsking(true) : onRemove())}
      >
        {label}
      </Button>
      {isAsking && cost && (
        <ConfirmDialog
          text={translate('remove.confirm', {
            tags: chosen.size,
            records,
            cost: costText(cost, creditsLeft),
          })}
          action={label}
          wayOut={translate('remove.keep')}
          onConfirm={() => {
            setIsAsking(false);
            onRemove();
          }}
          onCancel={() => setIsAsking(false)}
        >
          <TagNames names={[...chosen]} />
        </ConfirmDialog>
      )}
    </>
  );
}

function costText({ calls, credits }: Cost, creditsLeft: number | undefined): string {
  const cost = translate('remove.cost', { calls, credits });
  return creditsLeft === undefined ? cost : translate('remove.costLeft', { cost, left: creditsLeft });
}

/** Whether tags that were read at a time are read again before they are changed; it becomes so while one looks. */
function useStaleness(readAt: number): boolean {
  const [now, setNow] = useState(Date.now);
  const isStale = now - readAt > freshFor;
  useEffect(() => {
    if (isStale) return undefined;
    const timer = setTimeout(() => setNow(Date.now()), readAt + freshFor + 1 - Date.now());
    return () => clearTimeout(timer);
  }, [isStale, readAt]);
  return isStale;
}
