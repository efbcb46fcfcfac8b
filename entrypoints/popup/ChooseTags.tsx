import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
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
import type { Selections } from '@/lib/selection/selection';
import { Connect } from './Connect';
import { Frame } from './Frame';
import { GivenNotice } from './GivenNotice';
import { selectionHeading } from './headings';
import { Problem } from './Problem';
import { previewQuery, type Selected } from './queries';
import { SelectionDoubts } from './SelectionDoubts';
import { ViewOffer } from './ViewOffer';

interface ChooseTagsProps {
  tabId: number;
  /** All that is selected, and the part of it that this is about. */
  selections: Selections;
  selected: Selected;
  page: PageConnection;
  /** Chooses between the modules that are selected. */
  modules: ReactNode;
}

export function ChooseTags({ tabId, selections, selected, page, modules }: ChooseTagsProps) {
  const { selection } = selected;
  const queryClient = useQueryClient();
  const preview = useQuery(previewQuery(selected));
  const [picked, setPicked] = useState<ReadonlySet<string>>(tagsAskedFor(selections));
  const chosen = new Set(preview.data?.tags.map(({ name }) => name).filter((name) => picked.has(name)));

  const removal = useMutation({
    mutationFn: (previewId: string) => askWorker('startRemoval', { previewId, tagNames: [...chosen], tabId }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['job'] }),
    onError: (error) => {
      if (explain(error).code === 'previewGone') void preview.refetch().then(() => setPicked(new Set()));
    },
  });

  const frame = { heading: selectionHeading(selection), org: page.connection?.orgName };
  const about = (missing: number) => (
    <>
      {modules}
      <GivenNotice />
      <SelectionDoubts selections={selections} missing={missing} isLookedUp />
      <ViewOffer tabId={tabId} selections={selections} />
    </>
  );
  const previewProblem = preview.error ? explain(preview.error) : undefined;
  if (previewProblem && isMendedBySignIn(previewProblem)) {
    return (
      <Connect page={selection} connection={page} heading={frame.heading} reason={previewProblem}>
        <GivenNotice />
        <SelectionDoubts selections={selections} />
      </Connect>
    );
  }
  if (preview.error)
    return (
      <Problem error={preview.error} {...frame}>
        {modules}
      </Problem>
    );
  if (!preview.data) {
    return (
      <Frame {...frame}>
        {about(0)}
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
      {about(summary.missingCount)}
      <ProblemNotice problem={removal.error ? explain(removal.error) : undefined} />
      {summary.tags.length === 0 && summary.recordCount > 0 && (
        <Notice tone="plain">{translate('tags.none', { count: summary.recordCount })}</Notice>
      )}
      {page.connection?.lasting === false && <Notice tone="plain">{translate('connect.hourOnly')}</Notice>}
      <TagList
        preview={summary}
        chosen={chosen}
        onChoose={(name, isChosen) => setPicked((before) => withChoice(before, name, isChosen))}
      />
    </Frame>
  );
}

/** Who looked for records by a tag wants that tag off. */
function tagsAskedFor({ given }: Selections): ReadonlySet<string> {
  return new Set(given?.kind === 'tag' ? given.tagNames : []);
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
