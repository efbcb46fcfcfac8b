/** How the page was asked to draw itself: index.ts of the web app lists the options. */
const query = new URLSearchParams(location.search);

export const options = {
  pinned: query.get('pinned') !== 'off',
  boxes: query.get('boxes') === 'input' ? 'input' : 'span',
  aria: query.get('aria') !== 'off',
  older: query.get('older') === 'li' ? 'li' : 'tr',
  language: query.get('lang') ?? 'en',
} as const;
