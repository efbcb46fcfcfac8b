import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ModuleChoice } from '@/components/ModuleChoice';
import { News } from '@/components/News';
import { useKeptFocus } from '@/components/useKeptFocus';
import { explain } from '@/lib/bigin/errors/explain';
import type { ModuleName } from '@/lib/bigin/modules';
import type { BiginPage } from '@/lib/bigin/page-url';
import { withPanel } from '@/lib/browser/draft';
import type { Gathering } from '@/lib/gather/gather-request';
import { isAccount } from '@/lib/jobs/account/account';
import type { Job } from '@/lib/jobs/job';
import { isNewOrRecent } from '@/lib/jobs/news';
import { FinishedJob } from './FinishedJob';
import { recordsHeading } from './headings';
import { Loading } from './Loading';
import { PanelContext, type Panel } from './panels';
import { PanelView } from './PanelView';
import { isOpenedFor, linkParameter } from './parameters';
import { gatheringQuery, jobQuery, pageConnectionQuery, selectionQuery, tabQuery } from './queries';
import { ResultLine } from './ResultLine';
import { ResultNews } from './ResultNews';
import { RunningJob } from './RunningJob';
import { RunningLine } from './RunningLine';
import { SelectionView } from './SelectionView';
import { useSurface } from './surface';
import { Tools } from './Tools';
import { useDraft } from './useDraft';
import { useModuleWords } from './useModuleWords';
import { useResultPlace } from './useResultPlace';
import './popup.css';

/** Which of the popup's views fits: a panel that was opened, else what the tab is about. */
export function App() {
  useKeptFocus();
  const tab = useQuery(tabQuery);
  const { place, change } = useDraft(tab.data?.id);
  // What the popup was opened for goes before what was open in it; that stays as it was left, for the next time.
  const [isFor, setIsFor] = useState(isOpenedFor);
  const panel = isFor ? undefined : place?.panel;
  const setPanel = useCallback(
    (opened: Panel | undefined) => {
      setIsFor(false);
      change((draft) => withPanel(draft, opened));
    },
    [change],
  );
  return (
    <PanelContext value={setPanel}>
      <News>
        <Tools />
        {tab.data && !place ? (
          <Loading />
        ) : panel && tab.data ? (
          <PanelView key={tab.data.id} panel={panel} tab={tab.data} />
        ) : (
          // Of another tab, all begins anew.
          <TabView key={tab.data?.id} />
        )}
      </News>
    </PanelContext>
  );
}

/** A job of this tab, else its selection. Its news has one place for all of them, which stays while they change. */
function TabView() {
  const tab = useQuery(tabQuery);
  const tabId = tab.data?.id;
  const { place, change } = useDraft(tabId);
  // What was kept is told a moment after a choice; a control must show it at once.
  const [module = place?.module, setModule] = useState<ModuleName>();
  const gathering = useGathering(tabId);
  const read = useQuery(selectionQuery(tabId));
  // A page that tells of nothing any more has left what it told before.
  const { selections, byModule = [] } = (read.error ? undefined : read.data) ?? {};
  const words = useModuleWords(selections);
  const selected = byModule.find(({ selection }) => selection.module === module) ?? byModule[0];
  const job = useQuery(jobQuery(tabId, selected?.key));
  const account = job.data;
  // A result is told without a selection too, and its organization may need a sign-in.
  const page = useQuery(pageConnectionQuery(selections ?? account?.job));
  const { isLive, Above } = useSurface();
  // Who asks for a link's record sees that one, whatever becomes of a job of the tab on others.
  const isOfSelection = account?.job.selectionKey === selected?.key;
  const [isOtherShown, setIsOtherShown] = useState(linkParameter() === undefined);
  const isAside = !isOfSelection && !isOtherShown;
  // What is selected without a list of its records, as a whole view is, is another selection than any job's.
  const { place: resultPlace, open } = useResultPlace(account, selected?.key ?? (selections && ''), isAside);

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

  const ended = account && isAccount(account) ? account : undefined;
  const line = ended && !gathering && resultPlace === 'line' && isNewOrRecent(ended.job) ? ended : undefined;
  const isInPlace = ended && resultPlace === 'whole' && isAwaited(ended.job);
  // The page was reloaded to see the change, say: the result is still at hand below what the page tells.
  const isAtHand =
    ended && !isInPlace && read.error && resultPlace !== 'line' && isToldHere(ended.job, tab.data?.page);
  const whole = !gathering && (isInPlace || isAtHand) ? ended : undefined;
  const above = (
    <>
      <Above tab={tab.data} />
      {line && <ResultLine result={line} onOpen={open} />}
      {account && !ended && <RunningLine onOpen={() => setIsOtherShown(true)} />}
      {modules}
    </>
  );

  // Who goes on at once needs not be told that nothing is selected.
  const pageProblem = read.error && !isLive ? { pageProblem: explain(read.error) } : {};
  const view = account && {
    account,
    selection: isOfSelection ? selected?.selection : undefined,
    page: page.data,
  };
  const running = ended || isAside ? undefined : view;
  return (
    <>
      <ResultNews result={whole ?? line} />
      {running && <RunningJob {...running} />}
      {view && whole && <FinishedJob {...view} account={whole} {...(isAtHand ? pageProblem : { modules })} />}
      {!running && !(view && whole) && (
        <SelectionView tabId={tabId} gathering={gathering} selected={selected} above={above} />
      )}
    </>
  );
}

/** The tab's reading of records; once it has ended, what it found is the selection. */
function useGathering(tabId: number | undefined): Gathering | undefined {
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

/** Whether the user looks for this result: it came while the popup was open, or is no old news. */
function isAwaited(job: Job): boolean {
  return (job.endedAt ?? 0) >= performance.timeOrigin || isNewOrRecent(job);
}

/** Whether a job's result is still told that was for the organization of this page. */
function isToldHere(job: Job, page: BiginPage | undefined): boolean {
  return page?.org === job.org && page.dataCenter === job.dataCenter && isNewOrRecent(job);
}
