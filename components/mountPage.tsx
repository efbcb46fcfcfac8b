import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode, type ComponentType } from 'react';
import { createRoot } from 'react-dom/client';
import { onLanguageChanged } from '@/lib/i18n/translate';
import { createQueryClient } from './query-client';
import './tokens.css';

/** Shows a page of ours, which may have asked something already. */
export function mountPage(Page: ComponentType, queryClient = createQueryClient()): void {
  const element = document.getElementById('root');
  if (!element) throw new Error('The page has no root');
  const root = createRoot(element);
  const render = () =>
    root.render(
      <StrictMode>
        <QueryClientProvider client={queryClient}>
          <Page />
        </QueryClientProvider>
      </StrictMode>,
    );
  // The sentences are no state of any component: all of them are made anew, and what was typed stays.
  onLanguageChanged(render);
  render();
}
