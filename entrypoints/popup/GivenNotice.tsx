import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from '@/components/Button';
import { Notice } from '@/components/Notice';
import { translate } from '@/lib/i18n/translate';
import { askWorker } from '@/lib/messages/ask-worker';
import type { Given } from '@/lib/selection/selection';

/** Says that the records are not those ticked in the page, and leads back to these. */
export function GivenNotice({ tabId, given }: { tabId: number; given: Given | undefined }) {
  const queryClient = useQueryClient();
  const back = useMutation({
    mutationFn: () => askWorker('forgetGiven', { tabId }),
    onSuccess: () => queryClient.resetQueries({ queryKey: ['selection'] }),
  });
  if (!given) return null;
  return (
    <Notice tone="plain">
      {givenText(given)}{' '}
      <Button look="link" onClick={() => back.mutate()}>
        {translate('given.back')}
      </Button>
    </Notice>
  );
}

function givenText(given: Given): string {
  if (given.kind === 'pasted') return translate('given.pasted');
  if (given.kind === 'view') return translate('given.view');
  const tags = given.tagNames.map((name) => `“${name}”`).join(', ');
  return translate('given.tag', { count: given.tagNames.length, tags });
}
