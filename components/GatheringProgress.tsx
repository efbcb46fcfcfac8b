import { translate } from '@/lib/i18n/translate';
import { Progress } from './Progress';

interface GatheringProgressProps {
  title: string;
  read: number;
  /** How many there are to read, where that is known. */
  total?: number | undefined;
  /** How many of those read are meant, where not all of them are. */
  found?: number | undefined;
}

/** How far records have been read through the API. */
export function GatheringProgress({ title, read, total, found }: GatheringProgressProps) {
  if (total !== undefined) {
    const count = Math.min(read, total);
    const text = translate('run.progress', { settled: count, total });
    return <Progress title={title} text={text} done={{ count, total }} />;
  }
  const text = translate('gather.read', { read });
  const note = found === undefined ? text : `${text} · ${translate('gather.found', { found })}`;
  return <Progress title={title} text={text} note={note} />;
}
