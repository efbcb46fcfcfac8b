import { translate } from '@/lib/i18n/translate';
import styles from './App.module.css';
import { Connections } from './Connections';
import { SignInSettings } from './SignInSettings';

export function App() {
  return (
    <main className={styles.page}>
      <h1>{translate('options.title')}</h1>
      <Connections />
      <SignInSettings />
    </main>
  );
}
