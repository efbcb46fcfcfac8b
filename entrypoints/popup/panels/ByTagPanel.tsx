import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Field } from '@/components/Field';
import { useNews } from '@/components/News';
import { Notice } from '@/components/Notice';
import { ProblemNotice } from '@/components/ProblemNotice';
import { Skeleton } from '@/components/Skeleton';
import { TagChoice } from '@/components/TagChoice';
import { explain } from '@/lib/bigin/errors/explain';
import { moduleNames, type ModuleName } from '@/lib/bigin/modules';
import type { BiginPage } from '@/lib/bigin/page-url';
import { moduleLabel } from '@/lib/i18n/module-label';
import { translate } from '@/lib/i18n/translate';
import { askWorker } from '@/lib/messages/ask-worker';
import { Connect } from '../Connect';
import { Frame } from '../Frame';
import { Loading } from '../Loading';
import { usePanels } from '../panels';
import { Problem } from '../Problem';
import { leaveLink } from '../parameters';
import { pageConnectionQuery, tagCountsQuery, tagsQuery } from '../queries';
import { useDraft } from '../useDraft';
import { useModuleWords } from '../useModuleWords';
import { useFreshTags } from './useFreshTags';
import styles from './panels.module.css';

/** Everything in a module that carries a tag, for cleaning the tag up for good. */
export default function ByTagPanel({ tabId, page }: { tabId: number; page: BiginPage }) {
  const openPanel = usePanels();
  const queryClient = useQueryClient();
  const words = useModuleWords(page);
  const { read, change } = useDraft(tabId);
  const [begun, setBegun] = useState(
    () => read()?.byTag ?? { module: page.modules[0] ?? 'Contacts', tagIds: [], filter: '' },
  );
  const { module, tagIds, filter } = begun;
  const begin = (byTag: typeof begun) => {
    setBegun(byTag);
    change(() => ({ byTag }));
  };
  const connected = useQuery(pageConnectionQuery(page));
  const isConnected = connected.data?.connection && !connected.data.connection.signInNeeded;
  const org = { dataCenter: page.dataCenter, org: page.org };
  const tags = useQuery({ ...tagsQuery({ ...org, module }), enabled: isConnected === true });
  // A tag that is not there any more is not chosen any more.
  const chosen = (tags.data ?? []).filter(({ id }) => tagIds.includes(id));
  const { data: counts } = useQuery(tagCountsQuery({ ...org, module, tagIds: chosen.map(({ id }) => id) }));
  useFreshTags();
  useNews(tags.data && translate('tags.count', { count: tags.data.length }));
  const start = useMutation({
    mutationFn: () => {
      const tagNames = chosen.map(({ name }) => name);
      return askWorker('startGathering', {
        tabId,
        request: { ...org, module, what: { kind: 'tag', tagNames } },
      });
    },
    onSuccess: async () => {
      leaveLink();
      await queryClient.invalidateQueries({ queryKey: ['gathering'] });
      openPanel(undefined);
    },
  });

  const heading = translate('byTag.title');
  const goBack = () => openPanel(undefined);
  const moduleField = (
    <Field label={translate('popup.module')}>
      {(ids) => (
        <select
          {...ids}
          value={module}
          onChange={(event) => {
            begin({ module: event.target.value as ModuleName, tagIds: [], filter: '' });
            start.reset();
          }}
        >
          {moduleNames.map((name) => (
            <option key={name} value={name}>
              {moduleLabel(name, 2, words)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
  if (connected.error) return <Problem error={connected.error} heading={heading} onBack={goBack} />;
  if (!connected.data) return <Loading />;
  const back = <Button onClick={goBack}>{translate('popup.back')}</Button>;
  if (!isConnected) {
    return <Connect page={org} connection={connected.data} heading={heading} footer={back} />;
  }
  // What was read before is still to be chosen from.
  if (tags.error && !tags.data) {
    return (
      <Problem error={tags.error} heading={heading} page={org} onBack={goBack}>
        {moduleField}
      </Problem>
    );
  }

  const label = moduleLabel(module, 2, words);
  return (
    <Frame
      heading={heading}
      org={connected.data.connection?.orgName}
      footer={
        <>
          {back}
          <Button
            look="primary"
            disabled={chosen.length === 0 || start.isPending}
            onClick={() => start.mutate()}
          >
            {translate('byTag.find', { module: label, count: chosen.length })}
          </Button>
        </>
      }
    >
      <ProblemNotice problem={start.error ? explain(start.error) : undefined} />
      {moduleField}
      <p className={styles.text}>{translate('byTag.explain', { module: label })}</p>
      {tags.data?.length === 0 && <Notice tone="plain">{translate('byTag.none', { module: label })}</Notice>}
      {tags.data ? (
        <TagChoice
          tags={tags.data}
          chosen={new Set(chosen.map(({ id }) => id))}
          countOf={({ id }) => counts?.get(id)}
          filter={filter}
          onFilter={(typed) => begin({ ...begun, filter: typed })}
          onChoose={({ id }, isChosen) => {
            const others = tagIds.filter((other) => other !== id);
            begin({ ...begun, tagIds: isChosen ? [...others, id] : others });
          }}
        />
      ) : (
        <Skeleton label={translate('popup.readingTags')} />
      )}
    </Frame>
  );
}
