import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from '@/components/Button';
import { Notice } from '@/components/Notice';
import { ProblemNotice } from '@/components/ProblemNotice';
import { explain } from '@/lib/bigin/errors/explain';
import type { ModuleName } from '@/lib/bigin/modules';
import { readingCost } from '@/lib/gather/cost';
import { moduleLabel } from '@/lib/i18n/module-label';
import { translate } from '@/lib/i18n/translate';
import { askWorker } from '@/lib/messages/ask-worker';
import { selectionLimit, type PageView } from '@/lib/selection/page-reading';
import type { Selections } from '@/lib/selection/selection';
import { usePanels } from './panels';
import { useModuleWords } from './useModuleWords';

interface ViewOfferProps {
  tabId: number;
  selections: Selections;
}

/** Where all records of a view are selected: reads them through the API, at a cost that is told first. */
export function ViewOffer({ tabId, selections }: ViewOfferProps) {
  const { dataCenter, org, view, byModule } = selections;
  const queryClient = useQueryClient();
  const words = useModuleWords(selections);
  const tickedOf = (module: ModuleName) =>
    byModule.flatMap((selection) => (selection.module === module ? selection.ids : []));
  const openPanel = usePanels();
  const start = useMutation({
    mutationFn: ({ module, cvid, count, isCertain }: NamedView) =>
      askWorker('startGathering', {
        tabId,
        request: {
          dataCenter,
          org,
          module,
          what: { kind: 'view', cvid, count, isCertain, ticked: tickedOf(module) },
        },
      }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['gathering'] }),
  });
  if (!view) return null;

  const { count } = view;
  const named = namedView(view);
  if (!named || count > selectionLimit) {
    return (
      <Notice tone="plain">
        {named
          ? translate('view.tooMany', { count, limit: selectionLimit })
          : translate('view.unnamed', { count })}{' '}
        <Button look="link" onClick={() => openPanel('byTag')}>
          {translate('byTag.menu')}
        </Button>
      </Notice>
    );
  }
  const module = moduleLabel(named.module, count, words);
  return (
    <>
      <ProblemNotice problem={start.error ? explain(start.error) : undefined} />
      <Notice tone="plain">
        {translate(view.isCertain ? 'view.offer' : 'view.maybe', {
          count,
          module,
          ...readingCost(count, true),
        })}
      </Notice>
      <Button
        // Else the removal from those that the page lists is the main thing.
        look={byModule.length === 0 ? 'primary' : 'quiet'}
        disabled={start.isPending}
        onClick={() => start.mutate(named)}
      >
        {translate('view.read', { count, module })}
      </Button>
    </>
  );
}

interface NamedView {
  isCertain: boolean;
  module: PageView['modules'][number];
  cvid: string;
  count: number;
}

/** A view that the API can read: of one module, and named by the page. */
function namedView({ modules: [module, ...others], cvid, ...view }: PageView): NamedView | undefined {
  return module && others.length === 0 && cvid !== undefined ? { ...view, module, cvid } : undefined;
}
