import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { ModuleChoice } from '@/components/ModuleChoice';
import { useKeptFocus } from '@/components/useKeptFocus';
import { explain } from '@/lib/bigin/errors/explain';
import type { ModuleName } from '@/lib/bigin/modules';
import type { BiginPage } from '@/lib/bigin/page-url';
import { withPanel } from '@/lib/browser/draft';
import type { Gathering as GatheringState } from '@/lib/gather/gather-request';
import { isAccount } from '@/lib/jobs/account/account';
import type { Job } from '@/lib/jobs/job';
import { ChooseTags } from './ChooseTags';
import { Connect } from './Connect';
import { FinishedJob } from './FinishedJob';
import { Frame } from './Frame';
import { GivenNotice } from './GivenNotice';
import { recordsHeading, selectionsHeading } from './headings';
import { Loading } from './Loading';
import { PanelContext, type Panel } from './panels';
import { PanelView } from './PanelView';
import { Problem } from './Problem';
import {
  chooseParameter,
  gatheringQuery,
  isOnLink,
  jobQuery,
  pageConnectionQuery,
  selectionQuery,
  tabQuery,
} from './queries';
import { RunningJob } from './RunningJob';
import { SelectionDoubts } from './SelectionDoubts';
import { useSurface } from './surface';
import { Tools } from './Tools';
import { useDraft } from './useDraft';
import { useModuleWords } from './useModuleWords';
import { useResultPlace } from './useResultPlace';
import { ViewOffer } from './ViewOffer';

/** Loaded when records are read through the API: most openings of the popup need none of it. */
const Gathering = lazy(() => import('./Gathering'));

/** Which of the popup's views fits: a panel that was opened, else what the tab is about. */
export function App() {
  useKeptFocus();
  const tab = useQuery(tabQuery);
  const { place, change } = useDraft(tab.data?.id);
  // What the popup was opened for goes before what was open in it; that stays as it was left, for the next time.
  const [isOpenedFor, setIsOpenedFor] = useState(() => isOnLink() || chooseParameter().length > 0);
  const panel = isOpenedFor ? undefined : place?.panel;
  const setPanel = useCallback(
    (opened: Panel | undefined) => {
      setIsOpenedFor(false);
      change((draft) => withPanel(draft, opened));
    },
    [change],
  );
  return (
    <PanelContext value={setPanel}>
      <Tools />
      {tab.data && !place ? (
        <Loading />
      ) : panel && tab.data ? (
        <PanelView key={tab.data.id} panel={panel} tab={tab.data} />
      ) : (
        // Of another tab, all begins anew.
        <TabView key={tab.data?.id} />
      )}
    </PanelContext>
  );
}

/** A reading or a job of this tab, else what stands in the way, else the choice of tags. */
function TabView() {
  const tab = useQuery(tabQuery);
  const tabId = tab.data?.id;
  const { place, change } = useDraft(tabId);
  // What was kept is told a moment after a choice; a control must show it at once.
  const [module = place?.module, setModule] = useState<ModuleName>();
  const gathering = useGathering(tabId);
  const words = useModuleWords();
  const read = useQuery(selectionQuery(tabId));
  // A page that tells of nothing any more has left what it told before.
  const { selections, byModule = [] } = (read.error ? undefined : read.data) ?? {};
  const selected = byModule.find(({ selection }) => selection.module === module) ?? byModule[0];
  const job = useQuery(jobQuery(tabId, selected?.key));
  const account = job.data;
  // A result is told without a selection too, and its organization may need a sign-in.
  const page = useQuery(pageConnectionQuery(selections ?? account?.job));
  const { isLive, Above } = useSurface();
  const { place: resultPlace, open } = useResultPlace(account, selected?.key);

  const modules = selected && byModule.length > 1 && (
    <ModuleChoice
      chosen={selected.selection.module}
      onChoose={(chosen) => {
        setModule(chosen);
        change(() => ({ module: chosen }));
      }}
      options={byModule.map(({ selection }) => ({
        module: selection.module,
        label: recordsHeading(selection.module, selection.ids.length, words),
      }))}
    />
  );

  const above = (
    <>
      <Above
        tab={tab.data}
        result={
          account && isAccount(account) && resultPlace === 'line' && isRecent(account.job)
            ? account
            : undefined
        }
        onOpenResult={open}
      />
      {modules}
    </>
  );

  if (account) {
    const isOfSelection = account.job.selectionKey === selected?.key;
    const view = {
      account,
      selection: isOfSelection ? selected?.selection : undefined,
      page: page.data,
    };
    if (!isAccount(account)) return <RunningJob {...view} />;
    if (resultPlace === 'whole' && !gathering && isAwaited(account.job)) {
      return <FinishedJob {...view} account={account} modules={modules} />;
    }
    // The page was reloaded to see the change, say: the result is still at hand below what the page tells.
    if (read.error && resultPlace !== 'line' && !gathering && isRecentHere(account.job, tab.data?.page)) {
      // Who goes on at once needs not be told that nothing is selected.
      const pageProblem = isLive ? {} : { pageProblem: explain(read.error) };
      return <FinishedJob {...view} account={account} {...pageProblem} />;
    }
  }
  if (gathering && tabId !== undefined) {
    return (
      <Suspense fallback={<Loading />}>
        <Gathering tabId={tabId} gathering={gathering} />
      </Suspense>
    );
  }

  if (tab.data && job.isPending) return <Loading />;
  const error = tab.error ?? read.error ?? page.error;
  if (error) {
    return (
      <Problem error={error} page={tab.data?.page}>
        {above}
      </Problem>
    );
  }
  if (tab.data === undefined || !selections || job.isPlaceholderData) return <Loading />;
  const heading = selectionsHeading(selections, words);
  if (!page.data) return <Loading heading={heading} />;

  const { connection } = page.data;
  if (!connection || connection.signInNeeded) {
    return (
      <Connect page={selections} connection={page.data} heading={heading}>
        {above}
        <GivenNotice />
        <SelectionDoubts selections={selections} />
      </Connect>
    );
  }
  if (!selected) {
    return (
      <Frame heading={heading} org={connection.orgName}>
        {above}
        <SelectionDoubts selections={selections} />
        <ViewOffer tabId={tab.data.id} selections={selections} />
      </Frame>
    );
  }
  return (
    <ChooseTags
      // What was chosen stays so where the user goes from one selection to the next.
      key={isLive ? JSON.stringify([selected.selection.module, selections.given]) : selected.key}
      tabId={tab.data.id}
      selections={selections}
      selected={selected}
      keys={byModule.map(({ key }) => key)}
      page={page.data}
      modules={above}
    />
  );
}

/** The tab's reading of records; once it has ended, what it found is the selection. */
function useGathering(tabId: number | undefined): GatheringState | undefined {
  const queryClient = useQueryClient();
  const { data } = useQuery(gatheringQuery(tabId));
  const isOn = data !== null && data !== undefined;
  const wasOn = useRef(false);
  useEffect(() => {
    if (wasOn.current && !isOn) void queryClient.resetQueries({ queryKey: ['selection'] });
    wasOn.current = isOn;
  }, [isOn, queryClient]);
  return data ?? undefined;
}

/** Ten minutes, in milliseconds: longer ago, a result is no news. */
const recent = 600_000;

/** Whether a job has just ended that was for the organization of this page. */
function isRecentHere(job: Job, page: BiginPage | undefined): boolean {
  return page?.org === job.org && page.dataCenter === job.dataCenter && isRecent(job);
}

/** Whether the user looks for this result: nothing else was asked for since, nor was it so long ago as to mislead. */
function isAwaited(job: Job): boolean {
  const { endedAt = 0 } = job;
  return endedAt >= performance.timeOrigin || (chooseParameter().length === 0 && isRecent(job));
}

function isRecent({ endedAt = 0 }: Job): boolean {
  return endedAt > Date.now() - recent;
}
