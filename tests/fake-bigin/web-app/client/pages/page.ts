import type { Route } from '../route';

/** Draws a page into `main`, unless the user has gone elsewhere while its data loaded (`gone`). */
export type Page<Name extends Route['page']> = (
  main: HTMLElement,
  route: Extract<Route, { page: Name }>,
  gone: AbortSignal,
) => Promise<void>;
