import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from '@/components/Button';
import { Notice } from '@/components/Notice';
import { quotedList } from '@/lib/i18n/quoted-list';
import { translate } from '@/lib/i18n/translate';
import { askWorker } from '@/lib/messages/ask-worker';
import type { Given } from '@/lib/selection/selection';
import { countSelectedQuery, givenQuery, tabQuery } from './queries';

/** Where the user gave the records: says that they are not those ticked in the page, and leads back to these. */
export function GivenNotice() {
  const { data: tab } = useQuery(tabQuery);
  const { data: given } = useQuery(givenQuery(tab?.id));
  const { data: count = 0 } = useQuery({ ...countSelectedQuery(tab?.id), enabled: given != null });
  const queryClient = useQueryClient();
  const back = useMutation({
    mutationFn: (tabId: number) => askWorker('forgetGiven', { tabId }),
    onSuccess: () => queryClient.resetQueries({ queryKey: ['selection'] }),
  });
  if (!tab || !given) return null;
  return (
    <Notice tone="plain">
      {givenText(given)}{' '}
      <Button look="link" onClick={() => back.mutate(tab.id)}>
        {translate('given.back')}
      </Button>
      {count > 0 && ` ${translate('given.ticked', { count })}`}
    </Notice>
  );
}

function givenText(given: Given): string {
  if (given.kind === 'pasted') return translate('given.pasted');
  if (given.kind === 'view') return translate('given.view');
  const { tagNames } = given;
  return translate('given.tag', { count: tagNames.length, tags: quotedList(tagNames) });
}
