import { translate } from '@/lib/i18n/translate';
import styles from './SectionNav.module.css';

/** The ways to the parts of a long page. */
export function SectionNav({ sections }: { sections: readonly { id: string; heading: string }[] }) {
  return (
    <nav aria-label={translate('page.sections')} className={styles.nav}>
      {sections.map(({ id, heading }) => (
        <a key={id} href={`#${id}`} className={styles.link}>
          {heading}
        </a>
      ))}
    </nav>
  );
}
