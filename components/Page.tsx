import type { ReactNode } from 'react';
import { clsx } from 'clsx';
import { translate, type MessageKey } from '@/lib/i18n/translate';
import { BrandMark } from './BrandMark';
import styles from './Page.module.css';

const pages = {
  history: 'history.title',
  options: 'options.heading',
  welcome: 'welcome.heading',
} as const satisfies Record<string, MessageKey>;

type PageName = keyof typeof pages;

interface PageProps {
  name: PageName;
  isWide?: boolean;
  children: ReactNode;
}

/** A page in a tab of its own, with the ways to the others. */
export function Page({ name, isWide = false, children }: PageProps) {
  const heading = translate(pages[name]);
  return (
    <>
      <header className={styles.bar}>
        <div className={clsx(styles.barContent, isWide && styles.wide)}>
          <span className={styles.brand}>
            <BrandMark />
            {translate('app.name')}
          </span>
          <nav aria-label={translate('page.nav')} className={styles.links}>
            {(Object.keys(pages) as PageName[]).map((each) => (
              <a
                key={each}
                href={`${each}.html`}
                aria-current={each === name ? 'page' : undefined}
                className={styles.link}
              >
                {translate(pages[each])}
              </a>
            ))}
          </nav>
        </div>
      </header>
      <main className={clsx(styles.page, isWide && styles.wide)}>
        <h1 className={styles.heading}>{heading}</h1>
        {children}
      </main>
    </>
  );
}
