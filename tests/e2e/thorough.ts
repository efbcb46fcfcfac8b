import { states } from './states/index';

/** States that between them hold nearly all that our pages are made of; axe looks at the others when there is time. */
export const mostSeen: ReadonlySet<string> = new Set([
  'popup-nothing-selected',
  'popup-connect',
  'popup-tags',
  'popup-300-tags',
  'popup-more',
  'popup-confirm',
  'popup-running',
  'popup-removed',
  'popup-failed-records',
  'popup-several-modules',
  'popup-paste',
  'popup-by-tag',
  'side-panel-next-selection',
  'options-first',
  'options-connected',
  'history',
  'welcome-first',
]);

/**
 * What `npm run test:all` runs and `npm test` leaves out, by the titles of each file as they begin: ways that another
 * test there goes too until they turn off, the rest of many alike, and what takes a minute by its nature.
 */
export const thorough: Readonly<Record<string, readonly string[]>> = {
  access: ['the servers, with the preview at hand'],
  accessibility: states.filter(({ name }) => !mostSeen.has(name)).map(({ name }) => name),
  badge: [
    'is counted from the rows where the page does not tell it',
    'changes where the page changes the selection by itself',
    'goes on a page without a list',
    'is not there on a record’s page',
    'counts cards of a board',
    'counts rows of an older list',
    'adds up the lists of a search',
    'is there again after the page was left',
    'is told by the page’s newest content script alone',
    'is told again, and nothing else said',
    'be it an hour later',
    'with other records ticked',
    'in its entry in the history',
  ],
  connections: ['a server client', 'a token that Bigin refuses for good'],
  'context-menu': [
    'on a link to something else',
    'are on a link those of the module',
    'pressed twice in a row',
    'open the popup where another tag differs by letter case',
    'open the popup where nothing is selected',
    'open the popup where the page says that more are selected',
    'open the popup to connect',
  ],
  downgrade: ['its journal is told of'],
  draft: [
    'has nothing chosen for another selection',
    'finds a tag to remove everywhere',
    'still has the module and the tags',
    'leaves what was chosen for the page',
    'leaves the panel that was open',
  ],
  durable: [
    'ends right though its worker is stopped 10 times',
    'says that it waits for the network',
    'says that the credits are spent',
    'is paused, goes on, and is cancelled',
  ],
  given: [
    'ids that Bigin does not have',
    'none of which Bigin has',
    'for an organization that the tab has left',
    'that a permission is missing for',
    'is left behind by a tab',
  ],
  history: ['shows a hundred records at a time', 'is searched by tag', 'of every open page tells the same'],
  hostile: ['of 1000000 elements', 'of more ticked rows than there can be'],
  jobs: [
    'many records that fail',
    'cancelled while Bigin’s answer was lost',
    'tags that differ by letter case alone',
  ],
  'live-regions': [
    'in the side panel, also for who has gone on',
    'the quarters of a long reading',
    'that a job pauses',
    'that a job waits for another',
    'that records are looked for',
  ],
  notifications: [
    'lead to the account',
    'tell the end of a long job',
    'do not repeat what a page of ours shows',
    'tell that a job waits for a sign-in',
    'are offered while a long job runs',
  ],
  options: ['a redirect URI that the browser does not let be copied', 'the keyboard shortcuts are told'],
  'page-reload': [
    'and the question speaks the language',
    'but not for a frame that nobody sees',
    'and a search, ticked rows',
    'but a tab that has gone elsewhere',
  ],
  preview: [
    'need not be read to the end',
    'that could not be read are asked for again',
    'are those of the records that were asked for',
  ],
  refusals: [
    'no Bigin page, or nothing ticked, after a removal',
    'the sign-in window closed in the middle',
    'a tag that somebody else took off',
    'a record that was deleted meanwhile',
    'a module without permission',
    'Bigin busy for a moment',
    'network down in the middle',
  ],
  selection: [
    'the list at /tasks',
    'the list at /events',
    'the list at /calls',
    "an older list without Zoho's components ?older=li",
    'where the list component tells nothing',
  ],
  'side-panel': [
    'follows swaps where the page says no number',
    'fills a panel 340 pixels wide',
    'fills a panel 600 pixels wide',
    'is followed from list to record',
    'is that of its own window alone',
    'tells each thing of a result',
    'still offers to reload the page',
    'shows a job that runs',
  ],
  'sign-in': [
    'connects from bigin.zoho.com.au',
    'connects from bigin.zoho.in',
    'connects from bigin.zoho.jp',
    'connects from bigin.zoho.sa',
    'connects from bigin.zoho.uk',
    'a popup that is gone is told of a failure',
    'a worker that is stopped in the middle',
    'Connect pressed again',
    'is told to wait',
    'a worker stopped while it renews',
    'many who ask at once',
    'a client-based token is renewed',
    'disconnected before an undo',
    'disconnected in the middle of a job',
    'a job that was given up',
  ],
  views: [
    'in a list ?lang=',
    'in a list by an old link',
    'in the list of activities, one job a module ?rowModule=off',
    'in a search’s results',
    'the page of an activity',
    'an older list that forgets its pages',
    'an older list that keeps its pages',
    'are read through the API, at a cost that is told first ?',
    'that is another one than the page shows',
    'are not what ticks on other pages look like',
    'being read are read again',
    'that nothing names are found by tag',
    'being read outlives the popup',
  ],
  welcome: ['that lies open unread'],
};

/** Tests by the names that Playwright gives them: the file's, those of their groups, and their own. */
export const thoroughTests = new RegExp(
  Object.entries(thorough)
    .map(([file, titles]) => `\\b${file}\\.spec\\.ts .*(?:${titles.map(escaped).join('|')})`)
    .join('|'),
);

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
}
