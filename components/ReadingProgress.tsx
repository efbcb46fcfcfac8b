import { translate } from '@/lib/i18n/translate';
import { Progress } from './Progress';

interface ReadingProgressProps {
  /** Records asked for so far, of all that are selected. */
  read: number;
  total: number;
}

/** How far the tags of the selected records have been read. */
export function ReadingProgress({ read, total }: ReadingProgressProps) {
  const text = translate('preview.progress', { read, total });
  return <Progress title={translate('popup.readingTags')} text={text} done={{ count: read, total }} />;
}
