import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { StrictMode, type ComponentType, type ContextType } from 'react';
import { createRoot } from 'react-dom/client';
import { onLanguageChanged } from '@/lib/i18n/translate';
import { AskForHostsContext } from './AllowAccess';
import './tokens.css';

interface PageNeeds {
  askForHosts: ContextType<typeof AskForHostsContext>;
  /** What the page has asked with already. */
  queryClient: QueryClient;
}

/** Shows a page of ours. */
export function mountPage(Page: ComponentType, { askForHosts, queryClient }: PageNeeds): void {
  const element = document.getElementById('root');
  if (!element) throw new Error('The page has no root');
  const root = createRoot(element);
  const render = () =>
    root.render(
      <StrictMode>
        <QueryClientProvider client={queryClient}>
          <AskForHostsContext value={askForHosts}>
            <Page />
          </AskForHostsContext>
        </QueryClientProvider>
      </StrictMode>,
    );
  // The sentences are no state of any component: all of them are made anew, and what was typed stays.
  onLanguageChanged(render);
  render();
}
