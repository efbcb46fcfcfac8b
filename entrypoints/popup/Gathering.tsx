import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from '@/components/Button';
import { GatheringProgress } from '@/components/GatheringProgress';
import { ProblemNotice } from '@/components/ProblemNotice';
import { explain } from '@/lib/bigin/errors/explain';
import type { Gathering as GatheringState, GatherRequest } from '@/lib/gather/gather-request';
import { moduleLabel, type ModuleWords } from '@/lib/i18n/module-label';
import { quotedList } from '@/lib/i18n/quoted-list';
import { translate } from '@/lib/i18n/translate';
import { askWorker } from '@/lib/messages/ask-worker';
import { isMendedBySignIn, ProblemError } from '@/lib/problem';
import { Frame } from './Frame';
import { recordsHeading } from './headings';
import { Problem } from './Problem';
import { pageConnectionQuery } from './queries';
import { useModuleWords } from './useModuleWords';

/** Records being read through the API for a selection that does not stand in the page. */
export default function Gathering({ tabId, gathering }: { tabId: number; gathering: GatheringState }) {
  const queryClient = useQueryClient();
  const { request, read, kept, problem } = gathering;
  const page = useQuery(pageConnectionQuery(request));
  const reload = () => queryClient.invalidateQueries({ queryKey: ['gathering'] });
  const cancel = useMutation({
    mutationFn: () => askWorker('cancelGathering', { tabId }),
    onSuccess: reload,
  });
  const again = useMutation({
    mutationFn: () => askWorker('startGathering', { tabId, request }),
    onSuccess: reload,
  });
  const { heading, title, total } = describe(request, useModuleWords(request));

  if (problem && isMendedBySignIn(problem)) {
    const error = new ProblemError(problem.code, problem.values);
    return <Problem error={error} heading={heading} page={request} onBack={() => cancel.mutate()} />;
  }
  return (
    <Frame
      heading={heading}
      // Its place is kept until it is known.
      org={page.data?.connection?.orgName ?? '\u00A0'}
      footer={
        <>
          <Button onClick={() => cancel.mutate()}>{translate(problem ? 'popup.back' : 'run.cancel')}</Button>
          {problem && <Button onClick={() => again.mutate()}>{translate('popup.tryAgain')}</Button>}
        </>
      }
    >
      <ProblemNotice
        problem={again.error ? explain(again.error) : problem}
        onAllowed={() => again.mutate()}
      />
      {!problem && (
        <GatheringProgress
          title={title}
          read={read}
          total={total}
          found={total === undefined ? kept : undefined}
        />
      )}
    </Frame>
  );
}

function describe(
  { module, what }: GatherRequest,
  words: ModuleWords,
): { heading: string; title: string; total?: number } {
  const label = moduleLabel(module, 2, words);
  if (what.kind === 'tag') {
    const { tagNames } = what;
    const values = { module: label, count: tagNames.length, tags: quotedList(tagNames) };
    return { heading: translate('byTag.title'), title: translate('gather.tag', values) };
  }
  const { count } = what;
  const title = translate('gather.view', { module: label });
  return { heading: recordsHeading(module, count, words), title, total: count };
}
