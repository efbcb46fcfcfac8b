import { defineElements } from './elements';
import { messages } from './language/language';
import { listLink } from './links';
import { boardPage } from './pages/board-page';
import { listPage } from './pages/list-page';
import { orMessage, showMessage } from './pages/message-page';
import { olderListPage } from './pages/older-list-page';
import { recordPage } from './pages/record-page';
import { searchPage } from './pages/search-page';
import { settingsPage } from './pages/settings-page';
import { shell } from './parts/shell';
import { routeOf, type Route } from './route';

defineElements();
const { main, showRoute } = shell();
let current = new AbortController();

async function showPage(): Promise<void> {
  current.abort();
  current = new AbortController();
  const { signal } = current;
  const route = routeOf(location);
  showRoute(route);
  showMessage(main, messages.loading);
  await orMessage(main, signal, draw(route, signal));
}

async function draw(route: Route, gone: AbortSignal): Promise<void> {
  switch (route.page) {
    case 'list':
      return (route.module === 'Products' ? olderListPage : listPage)(main, route, gone);
    case 'board':
      return boardPage(main, route, gone);
    case 'record':
      return recordPage(main, route, gone);
    case 'search':
      return searchPage(main, route, gone);
    case 'settings':
      return settingsPage(main, route, gone);
    case 'unknown':
      return showMessage(main, messages.notFound);
  }
}

if (location.hash === '' && location.pathname.endsWith('/Home'))
  history.replaceState(null, '', listLink('Contacts'));
window.addEventListener('hashchange', () => void showPage());
void showPage();
