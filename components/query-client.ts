import { QueryClient } from '@tanstack/react-query';

/** What a page of ours asks with. The worker retries what can be retried, so the pages show an error at once. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: false, networkMode: 'always', staleTime: Number.POSITIVE_INFINITY },
      mutations: { networkMode: 'always' },
    },
  });
}
