import { clsx } from 'clsx';
import { Notice } from '@/components/Notice';
import { translate } from '@/lib/i18n/translate';
import { ReloadLink, type ReloadProps } from './ReloadLink';
import styles from './ReloadNotice.module.css';

/** That the page still shows the tags from before, and what brings it up to date. */
export function ReloadNotice(props: ReloadProps) {
  return (
    <div className={clsx(!props.onReload && styles.room)}>
      <Notice tone="plain">
        {translate('result.stale')} <ReloadLink {...props} />
      </Notice>
    </div>
  );
}
