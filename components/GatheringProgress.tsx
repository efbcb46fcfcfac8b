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
  const told = readToTell(read);
  const news = told === undefined ? undefined : translate('gather.read', { read: told });
  return <Progress title={title} text={text} note={note} news={news} />;
}

/** The fewest records that are told of where nobody knows how many there are, and from there on each doubling. */
const fewest = 1_000;

function readToTell(read: number): number | undefined {
  return read < fewest ? undefined : fewest * 2 ** Math.floor(Math.log2(read / fewest));
}
