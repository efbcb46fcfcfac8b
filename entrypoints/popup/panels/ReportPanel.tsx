import { useQuery } from '@tanstack/react-query';
import { Button } from '@/components/Button';
import { Field } from '@/components/Field';
import { Skeleton } from '@/components/Skeleton';
import { useCopy } from '@/components/useCopy';
import { translate } from '@/lib/i18n/translate';
import { Frame } from '../Frame';
import { usePanels } from '../panels';
import { Problem } from '../Problem';
import styles from './panels.module.css';
import { reportQuery } from './report-query';

const writeText = (text: string) => navigator.clipboard.writeText(text);

/** Shows what a developer needs to see of a page that was misread, to be read and copied. */
export default function ReportPanel({ tabId }: { tabId: number }) {
  const openPanel = usePanels();
  const report = useQuery(reportQuery(tabId));
  const { isCopied, copy } = useCopy(writeText);
  const heading = translate('report.title');
  const text = report.data;

  if (report.error) {
    return <Problem error={report.error} heading={heading} onBack={() => openPanel(undefined)} />;
  }
  return (
    <Frame
      heading={heading}
      footer={
        <>
          <Button onClick={() => openPanel(undefined)}>{translate('popup.back')}</Button>
          <Button look="primary" disabled={text === undefined} onClick={() => void copy(text ?? '')}>
            {translate('report.copy')}
          </Button>
        </>
      }
    >
      <p className={styles.text}>{translate('report.explain')}</p>
      <output className={styles.count}>
        {isCopied !== undefined && translate(isCopied ? 'options.copied' : 'options.copyFailed')}
      </output>
      {text === undefined ? (
        <Skeleton label={translate('popup.loading')} />
      ) : (
        <Field label={translate('report.label')}>
          {(ids) => (
            <textarea
              {...ids}
              className={styles.report}
              readOnly
              rows={12}
              value={text}
              onFocus={(event) => event.target.select()}
            />
          )}
        </Field>
      )}
    </Frame>
  );
}
