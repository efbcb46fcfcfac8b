import { useMutation, useQueryClient } from '@tanstack/react-query';
import { browser } from 'wxt/browser';
import { Button } from '@/components/Button';
import { ConnectPrompt } from '@/components/ConnectPrompt';
import { Notice } from '@/components/Notice';
import { explain } from '@/lib/bigin/errors/explain';
import { explainProblem } from '@/lib/i18n/explain-problem';
import { translate } from '@/lib/i18n/translate';
import { askWorker } from '@/lib/messages/ask-worker';
import type { PageConnection } from '@/lib/messages/protocol';
import type { Selection } from '@/lib/selection/selection';
import { Frame } from './Frame';
import { SelectionDoubts } from './SelectionDoubts';

/** Problems that are mended in the options. */
const mendedInOptions = new Set([
  'clientIdMissing',
  'clientSecretMissing',
  'consentUnreachable',
  'consentRefused',
  'clientInvalid',
  'clientSecretInvalid',
  'redirectUriInvalid',
]);

export function Connect({ selection, page }: { selection: Selection; page: PageConnection }) {
  const queryClient = useQueryClient();
  const { dataCenter, org } = selection;
  const connect = useMutation({
    mutationFn: () => askWorker('connect', { page: { dataCenter, org } }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['connection'] }),
  });
  const problem = connect.error ? explain(connect.error) : undefined;
  const connecting = connect.isPending || page.connecting;
  return (
    <Frame
      selection={selection}
      org={page.connection?.orgName}
      footer={
        <>
          <Button look="primary" disabled={connect.isPending} onClick={() => connect.mutate()}>
            {translate('connect.button')}
          </Button>
          {problem && mendedInOptions.has(problem.code) && (
            <Button onClick={() => void browser.runtime.openOptionsPage()}>
              {translate('popup.options')}
            </Button>
          )}
        </>
      }
    >
      {problem && !connecting && (
        <Notice tone="bad" urgent>
          {explainProblem(problem)}
        </Notice>
      )}
      <SelectionDoubts selection={selection} missing={0} />
      <ConnectPrompt expired={page.connection} others={page.others} connecting={connecting} />
    </Frame>
  );
}
