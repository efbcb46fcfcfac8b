import { browser } from 'wxt/browser';
import { Button } from '@/components/Button';
import { openGuide } from '@/lib/browser/open-guide';
import { translate } from '@/lib/i18n/translate';
import type { Problem } from '@/lib/problem';
import { leavePopup } from './leave-popup';
import type { useConnect } from './useConnect';

/** Problems of who has not set up a client yet: the guide says step by step how that is done. */
const mendedInGuide = new Set(['clientIdMissing', 'clientSecretMissing']);

/** Problems that are mended in the options. */
const mendedInOptions = new Set([
  ...mendedInGuide,
  'consentUnreachable',
  'consentRefused',
  'clientInvalid',
  'clientElsewhere',
  'clientSecretInvalid',
  'redirectUriInvalid',
]);

interface ConnectButtonsProps {
  connect: ReturnType<typeof useConnect>;
  /** Why the last sign-in failed. */
  problem: Problem | undefined;
}

/** The button stays usable while a sign-in is under way: it brings the window back that got lost. */
export function ConnectButtons({ connect, problem }: ConnectButtonsProps) {
  return (
    <>
      <Button look="primary" onClick={() => connect.mutate()}>
        {translate('connect.button')}
      </Button>
      {problem && mendedInGuide.has(problem.code) && (
        <Button onClick={() => void openGuide().then(leavePopup)}>{translate('welcome.heading')}</Button>
      )}
      {problem && mendedInOptions.has(problem.code) && (
        <Button onClick={() => void browser.runtime.openOptionsPage().then(leavePopup)}>
          {translate('popup.options')}
        </Button>
      )}
    </>
  );
}
