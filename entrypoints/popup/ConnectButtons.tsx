import { browser } from 'wxt/browser';
import { Button } from '@/components/Button';
import { explain } from '@/lib/bigin/errors/explain';
import { translate } from '@/lib/i18n/translate';
import type { useConnect } from './useConnect';

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

export function ConnectButtons({ connect }: { connect: ReturnType<typeof useConnect> }) {
  return (
    <>
      <Button look="primary" disabled={connect.isPending} onClick={() => connect.mutate()}>
        {translate('connect.button')}
      </Button>
      {connect.error && mendedInOptions.has(explain(connect.error).code) && (
        <Button onClick={() => void browser.runtime.openOptionsPage()}>{translate('popup.options')}</Button>
      )}
    </>
  );
}
