/** How the page was asked to draw itself: index.ts of the web app lists the options. */
const query = new URLSearchParams(location.search);
const view = query.get('view');
const older = query.get('older');

export const options = {
  pinned: query.get('pinned') !== 'off',
  boxes: query.get('boxes') === 'input' ? 'input' : 'span',
  aria: query.get('aria') !== 'off',
  older: older === 'li' || older === 'grid' ? older : 'tr',
  olderKeeps: query.get('older-keeps') === 'on',
  rowModule: query.get('rowModule') !== 'off',
  /** Where the view of a list is named. */
  view: view === 'url' || view === 'off' ? view : 'attribute',
  count: query.get('count') !== 'off',
  component: query.get('component') !== 'off',
  overlay: query.get('overlay') !== 'off',
  language: query.get('lang') ?? 'en',
} as const;
