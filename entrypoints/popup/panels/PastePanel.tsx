import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useDeferredValue, useMemo, useState } from 'react';
import { Button } from '@/components/Button';
import { Field } from '@/components/Field';
import { Notice } from '@/components/Notice';
import { NotUnderstood } from '@/components/NotUnderstood';
import { ProblemNotice } from '@/components/ProblemNotice';
import { explain } from '@/lib/bigin/errors/explain';
import type { BiginPage } from '@/lib/bigin/page-url';
import { translate } from '@/lib/i18n/translate';
import { askWorker } from '@/lib/messages/ask-worker';
import { parsePasted } from '@/lib/selection/given/parse-pasted';
import { pastedSelections } from '@/lib/selection/given/pasted-selections';
import { selectionLimit } from '@/lib/selection/page-reading';
import { Frame } from '../Frame';
import { usePanels } from '../panels';
import { leaveLink } from '../parameters';
import { useDraft } from '../useDraft';
import styles from './panels.module.css';

/** Records by what the user pastes: ids, links, or CSV with a column of them. */
export default function PastePanel({ tabId, page }: { tabId: number; page: BiginPage }) {
  const openPanel = usePanels();
  const queryClient = useQueryClient();
  const { read, change } = useDraft(tabId);
  const [text, setText] = useState(() => read()?.pasted ?? '');
  const type = (typed: string) => {
    setText(typed);
    change(() => ({ pasted: typed }));
  };
  // A long text is parsed when there is time, so that typing stays quick.
  const deferred = useDeferredValue(text);
  const pasted = useMemo(() => parsePasted(deferred, page), [deferred, page]);
  const count = pasted.placed.reduce((sum, { ids }) => sum + ids.length, pasted.unplaced.length);
  const give = useMutation({
    mutationFn: () => askWorker('giveSelection', { tabId, selections: pastedSelections(pasted, page) }),
    onSuccess: async () => {
      leaveLink();
      await queryClient.resetQueries({ queryKey: ['selection'] });
      openPanel(undefined);
    },
  });
  const isEmpty = deferred.trim() === '';

  return (
    <Frame
      heading={translate('paste.title')}
      footer={
        <>
          <Button onClick={() => openPanel(undefined)}>{translate('popup.back')}</Button>
          <Button
            look="primary"
            disabled={count === 0 || pasted.tooMany || text !== deferred || give.isPending}
            onClick={() => give.mutate()}
          >
            {translate('paste.use', { count })}
          </Button>
        </>
      }
    >
      {pasted.tooMany ? (
        <Notice tone="bad" urgent>
          {translate('paste.tooMany', { limit: selectionLimit })}
        </Notice>
      ) : (
        <ProblemNotice problem={give.error ? explain(give.error) : undefined} />
      )}
      <Field label={translate('paste.label')} hint={translate('paste.hint')}>
        {(ids) => (
          <textarea
            {...ids}
            rows={6}
            spellCheck={false}
            // Nothing else is asked for here, and it was just opened by a press.
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            value={text}
            onChange={(event) => type(event.target.value)}
          />
        )}
      </Field>
      <output className={styles.count}>{!isEmpty && translate('paste.records', { count })}</output>
      {pasted.column !== undefined && (
        <p className={styles.text}>{translate('paste.column', { column: pasted.column })}</p>
      )}
      {pasted.repeated > 0 && (
        <p className={styles.text}>{translate('paste.repeated', { count: pasted.repeated })}</p>
      )}
      {pasted.notUnderstood.length > 0 && <NotUnderstood lines={pasted.notUnderstood} />}
    </Frame>
  );
}
