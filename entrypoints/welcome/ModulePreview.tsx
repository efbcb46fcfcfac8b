import { useQuery } from '@tanstack/react-query';
import { useEffect, useId } from 'react';
import { Notice } from '@/components/Notice';
import { ProblemNotice } from '@/components/ProblemNotice';
import { Skeleton } from '@/components/Skeleton';
import { TagCounts } from '@/components/TagCounts';
import { explain } from '@/lib/bigin/errors/explain';
import type { ModuleWords } from '@/lib/i18n/module-label';
import { translate } from '@/lib/i18n/translate';
import { selectionHeading } from '../popup/headings';
import { previewQuery, type Selected } from '../popup/queries';
import styles from './App.module.css';

interface ModulePreviewProps {
  selected: Selected;
  words: ModuleWords;
  onShown: () => void;
}

/** The tags of the ticked records of a module. */
export function ModulePreview({ selected, words, onShown }: ModulePreviewProps) {
  const headingId = useId();
  const { data, error } = useQuery(previewQuery(selected));
  const preview = data?.summary ?? data?.reading?.found;
  const isRead = data?.summary !== undefined;
  const missing = data?.summary?.missingCount ?? 0;
  useEffect(() => {
    if (isRead) onShown();
  }, [isRead, onShown]);
  return (
    <section aria-labelledby={headingId} className={styles.module}>
      <h3 id={headingId}>{selectionHeading(selected.selection, words)}</h3>
      {!preview && !error && <Skeleton label={translate('popup.readingTags')} />}
      {preview && preview.tags.length > 0 && <TagCounts preview={preview} />}
      {isRead && preview?.tags.length === 0 && (
        <p className={styles.text}>{translate('tags.none', { count: preview.recordCount })}</p>
      )}
      {missing > 0 && <Notice tone="warn">{translate('popup.missing', { count: missing })}</Notice>}
      <ProblemNotice problem={error ? explain(error) : undefined} />
    </section>
  );
}
