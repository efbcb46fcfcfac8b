import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, type ReactNode } from 'react';
import { parsePageUrl } from '@/lib/bigin/page-url';
import type { Gathering as GatheringState } from '@/lib/gather/gather-request';
import { ChooseTags } from './ChooseTags';
import { Connect } from './Connect';
import { Frame } from './Frame';
import { GivenNotice } from './GivenNotice';
import { selectionsHeading } from './headings';
import { Loading } from './Loading';
import { linkParameter } from './parameters';
import { Problem } from './Problem';
import { jobQuery, pageConnectionQuery, selectionQuery, tabQuery, type Selected } from './queries';
import { SelectionDoubts } from './SelectionDoubts';
import { useSurface } from './surface';
import { useModuleWords } from './useModuleWords';
import { ViewOffer } from './ViewOffer';

/** Loaded when records are read through the API: most openings of the popup need none of it. */
const Gathering = lazy(() => import('./Gathering'));

interface SelectionViewProps {
  tabId: number | undefined;
  /** The reading of records that is under way. */
  gathering: GatheringState | undefined;
  /** The records in view, of those that are selected. */
  selected: Selected | undefined;
  /** What stands above all that is shown of a selection. */
  above: ReactNode;
}

/** A reading of this tab's records, else what stands in the way, else the choice of tags. */
export function SelectionView({ tabId, gathering, selected, above }: SelectionViewProps) {
  const tab = useQuery(tabQuery);
  const read = useQuery(selectionQuery(tabId));
  // A page that tells of nothing any more has left what it told before.
  const { selections, byModule = [] } = (read.error ? undefined : read.data) ?? {};
  const job = useQuery(jobQuery(tabId, selected?.key));
  const page = useQuery(pageConnectionQuery(selections ?? job.data?.job));
  const words = useModuleWords(selections);
  const { isLive } = useSurface();

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
      <Problem error={error} page={selections ?? parsePageUrl(linkParameter() ?? '') ?? tab.data?.page}>
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
