import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Notice } from '@/components/Notice';
import { ProblemNotice } from '@/components/ProblemNotice';
import { Skeleton } from '@/components/Skeleton';
import { TagList } from '@/components/TagList';
import { explain } from '@/lib/bigin/errors/explain';
import { translate } from '@/lib/i18n/translate';
import { askWorker } from '@/lib/messages/ask-worker';
import type { PageConnection } from '@/lib/messages/protocol';
import { isMendedBySignIn } from '@/lib/problem';
import { countRecords, type PreviewSummary } from '@/lib/preview/preview';
import { Connect } from './Connect';
import { Frame } from './Frame';
import { selectionHeading } from './headings';
import { Problem } from './Problem';
import { previewQuery, type Selected } from './queries';
import { SelectionDoubts } from './SelectionDoubts';

interface ChooseTagsProps {
  tabId: number;
  selected: Selected;
  page: PageConnection;
}

export function ChooseTags({ tabId, selected, page }: ChooseTagsProps) {
  const { selection } = selected;
  const queryClient = useQueryClient();
  const preview = useQuery(previewQuery(selected));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());

  const removal = useMutation({
    mutationFn: (previewId: string) => askWorker('startRemoval', { previewId, tagNames: [...chosen], tabId }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['job'] }),
    onError: (error) => {
      if (explain(error).code === 'previewGone') void preview.refetch().then(() => setChosen(new Set()));
    },
  });

  const frame = { heading: selectionHeading(selection), org: page.connection?.orgName };
  const previewProblem = preview.error ? explain(preview.error) : undefined;
  if (previewProblem && isMendedBySignIn(previewProblem)) {
    return <Connect selection={selection} page={page} reason={previewProblem} />;
  }
  if (preview.error) return <Problem error={preview.error} {...frame} />;
  if (!preview.data) {
    return (
      <Frame {...frame}>
        <SelectionDoubts selection={selection} missing={0} />
        <Skeleton label={translate('popup.readingTags')} />
      </Frame>
    );
  }

  const summary = preview.data;
  return (
    <Frame
      {...frame}
      footer={
        summary.tags.length > 0 && (
          <Button
            look="primary"
            disabled={chosen.size === 0 || removal.isPending}
            onClick={() => removal.mutate(summary.id)}
          >
            {removeLabel(summary, chosen)}
          </Button>
        )
      }
    >
      <SelectionDoubts selection={selection} missing={summary.missingCount} />
      <ProblemNotice problem={removal.error ? explain(removal.error) : undefined} />
      {summary.tags.length === 0 && summary.recordCount > 0 && (
        <Notice tone="plain">{translate('tags.none', { count: summary.recordCount })}</Notice>
      )}
      {page.connection?.lasting === false && <Notice tone="plain">{translate('connect.hourOnly')}</Notice>}
      <TagList
        preview={summary}
        chosen={chosen}
        onChoose={(name, isChosen) => setChosen((before) => withChoice(before, name, isChosen))}
      />
    </Frame>
  );
}

function removeLabel(summary: PreviewSummary, chosen: ReadonlySet<string>): string {
  if (chosen.size === 0) return translate('remove.choose');
  return translate('remove.button', { tags: chosen.size, records: countRecords(summary, chosen) });
}

function withChoice(before: ReadonlySet<string>, name: string, isChosen: boolean): ReadonlySet<string> {
  const after = new Set(before);
  if (isChosen) after.add(name);
  else after.delete(name);
  return after;
}
