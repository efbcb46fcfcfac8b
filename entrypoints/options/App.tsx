import { translate } from '@/lib/i18n/translate';
import styles from './App.module.css';
import { Connections } from './Connections';
import { RunSettings } from './RunSettings';
import { SignInSettings } from './SignInSettings';

export function App() {
  return (
    <main className={styles.page}>
      <header className={styles.header}>
        <h1>{translate('options.title')}</h1>
        <a href="history.html" className={styles.link}>
          {translate('history.title')}
        </a>
      </header>
      <Connections />
      <SignInSettings />
      <RunSettings />
    </main>
  );
}
