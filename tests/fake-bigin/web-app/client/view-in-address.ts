import type { ListPage } from '../wire/messages';
import { listLink } from './links';
import { options } from './options';

/** Writes the view of a list into the address, or takes it out of there, where an option asks for it. */
export function showViewInAddress({ module, cvid }: ListPage): void {
  if (options.view === 'attribute') return;
  const named = options.view === 'url' && cvid !== null ? cvid : undefined;
  history.replaceState(history.state, '', listLink(module, named));
}
