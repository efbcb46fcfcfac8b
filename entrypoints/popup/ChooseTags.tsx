import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, type ReactNode } from 'react';
import { Button } from '@/components/Button';
import { useNews } from '@/components/News';
import { Notice } from '@/components/Notice';
import { ProblemNotice } from '@/components/ProblemNotice';
import { ReadingProgress } from '@/components/ReadingProgress';
import { Skeleton } from '@/components/Skeleton';
import { TagList } from '@/components/TagList';
import { explain } from '@/lib/bigin/errors/explain';
import { formatList } from '@/lib/i18n/format-list';
import { translate } from '@/lib/i18n/translate';
import { askWorker } from '@/lib/messages/ask-worker';
import type { PageConnection } from '@/lib/messages/protocol';
import { isMendedBySignIn } from '@/lib/problem';
import type { Selections } from '@/lib/selection/selection';
import { Connect } from './Connect';
import { Frame } from './Frame';
import { GivenNotice } from './GivenNotice';
import { selectionHeading } from './headings';
import { Problem } from './Problem';
import { chooseParameter, leaveChosen } from './parameters';
import type { Selected } from './queries';
import { RemoveButton } from './RemoveButton';
import { SelectionDoubts } from './SelectionDoubts';
import { useChoice } from './useChoice';
import { useIsLate } from './useIsLate';
import { useModuleWords } from './useModuleWords';
import { useSurface } from './surface';
import { usePreview } from './usePreview';
import { ViewOffer } from './ViewOffer';

interface ChooseTagsProps {
  tabId: number;
  /** All that is selected, and the part of it that this is about. */
  selections: Selections;
  selected: Selected;
  /** The keys of all that is selected. */
  keys: readonly string[];
  page: PageConnection;
  /** What stands above: the choice between the modules that are selected. */
  modules: ReactNode;
}

export function ChooseTags({ tabId, selections, selected, keys, page, modules }: ChooseTagsProps) {
  const { selection } = selected;
  const queryClient = useQueryClient();
  const { following } = useSurface();
  const words = useModuleWords(selection);
  const { preview, cancel, readAgain } = usePreview(selected);
  const { summary, reading, isCancelled = false } = preview.data ?? {};
  // Tags may be chosen as they come; they are removed once all records were read.
  const shown = summary ?? reading?.found;
  const choice = useChoice({ tabId, key: selected.key, keys, first: tagsAskedFor(selections) });
  const { picked } = choice;
  const tags = shown?.tags;
  const chosen = useMemo(
    () => new Set(tags?.map(({ name }) => name).filter((name) => picked.has(name))),
    [tags, picked],
  );
  const isLate = useIsLate();
  useNews(summary && translate('tags.count', { count: summary.tags.length }));

  const removal = useMutation({
    mutationFn: async (previewId: string) => {
      await following.requireCurrent(selected.key);
      return askWorker('startRemoval', { previewId, tagNames: [...chosen], tabId });
    },
    onSuccess: () => {
      choice.forget();
      leaveChosen();
      return queryClient.invalidateQueries({ queryKey: ['job'] });
    },
    onError: (error) => {
      if (explain(error).code === 'previewGone') void preview.refetch();
    },
  });

  const frame = { heading: selectionHeading(selection, words), org: page.connection?.orgName };
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
        {modules}
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

  // Who asked for a tag in passing is told why it was not removed at once.
  const carried = new Set(tags?.map(({ name }) => name));
  const absent = chooseParameter().filter((name) => !carried.has(name));
  const isLong = reading !== undefined && reading.calls > 1;
  const wasCancelled = isCancelled && !summary;
  const cancelButton = isLong && (
    <Button disabled={cancel.isPending} onClick={() => cancel.mutate()}>
      {translate('run.cancel')}
    </Button>
  );
  const readButton = wasCancelled && (
    <Button look="primary" onClick={() => void readAgain()}>
      {translate('preview.read')}
    </Button>
  );
  const removeButton =
    shown &&
    shown.tags.length > 0 &&
    (summary ? (
      <RemoveButton
        module={selection.module}
        summary={summary}
        chosen={chosen}
        // What was asked about one selection is not answered for the next.
        key={selected.key}
        isStarting={removal.isPending || following.isChanging}
        onRemove={() => removal.mutate(summary.id)}
      />
    ) : (
      <Button look="primary" disabled>
        {translate('preview.removeLater')}
      </Button>
    ));
  const isWaiting = !shown && !isLong && !wasCancelled;
  // The view comes as a whole where its tags are at hand.
  if (isWaiting && !isLate) return null;
  return (
    <Frame
      {...frame}
      footer={
        (removeButton || isLong || readButton) && (
          <>
            {isLong && <ReadingProgress read={reading.read} total={reading.total} />}
            {removeButton}
            {cancelButton}
            {readButton}
          </>
        )
      }
    >
      {about(shown?.missingCount ?? 0)}
      <ProblemNotice problem={removal.error ? explain(removal.error) : undefined} />
      {wasCancelled && <Notice tone="plain">{translate('preview.cancelled')}</Notice>}
      {summary && summary.tags.length === 0 && summary.recordCount > 0 && (
        <Notice tone="plain">{translate('tags.none', { count: summary.recordCount })}</Notice>
      )}
      {summary && absent.length > 0 && (
        <Notice tone="warn" urgent>
          {translate('tags.absent', { tags: formatList(absent) })}
        </Notice>
      )}
      {summary && page.connection?.lasting === false && (
        <Notice tone="plain">{translate('connect.hourOnly')}</Notice>
      )}
      {shown && shown.tags.length > 0 && (
        <TagList
          preview={shown}
          isGrowing={!summary}
          chosen={chosen}
          filter={choice.filter}
          onFilter={choice.setFilter}
          onChoose={(names, isChosen) => {
            removal.reset();
            choice.choose(names, isChosen);
          }}
        />
      )}
      {isWaiting && <Skeleton label={translate('popup.readingTags')} />}
    </Frame>
  );
}

/** Who looked for records by a tag wants that tag off. */
function tagsAskedFor({ given }: Selections): readonly string[] {
  return given?.kind === 'tag' ? given.tagNames : [];
}
