import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { ProblemError } from '@/lib/problem';
import { Loading } from './Loading';
import { usePanels, type Panel } from './panels';
import { Problem } from './Problem';
import { selectionQuery, type PopupTab } from './queries';

/** Loaded when they are asked for: most openings of the popup need none of them. */
const ByTagPanel = lazy(() => import('./panels/ByTagPanel'));
const PastePanel = lazy(() => import('./panels/PastePanel'));
const ReportPanel = lazy(() => import('./panels/ReportPanel'));

export function PanelView({ panel, tab }: { panel: Panel; tab: PopupTab }) {
  const openPanel = usePanels();
  const read = useQuery({ ...selectionQuery(tab.id), enabled: !tab.page });
  if (!tab.page) {
    // It may be one that cannot be seen.
    const error = read.error ?? new ProblemError('notBigin');
    return read.isPending ? <Loading /> : <Problem error={error} onBack={() => openPanel(undefined)} />;
  }
  const props = { tabId: tab.id, page: tab.page };
  return (
    <Suspense fallback={<Loading />}>
      {panel === 'byTag' && <ByTagPanel {...props} />}
      {panel === 'paste' && <PastePanel {...props} />}
      {panel === 'report' && <ReportPanel tabId={tab.id} />}
    </Suspense>
  );
}
