import type { ListModule } from '../../wire/messages';
import { boot } from '../boot';
import { el } from '../dom';
import { messages, moduleLabel } from '../language/language';
import { boardLink, listLink, searchLink, settingsLink } from '../links';
import type { Route } from '../route';
import { icon } from './icon';

export interface Shell {
  /** Where the pages are drawn. */
  main: HTMLElement;
  showRoute: (route: Route) => void;
}

/** The frame of every page: navigation, the organization's name, search. */
export function shell(): Shell {
  document.documentElement.lang = messages.locale;
  document.documentElement.dir = messages.direction;
  const entries = navigationModules().map((module) => {
    const href = module === 'Pipelines' ? boardLink() : listLink(module);
    return { module, link: el('a', { href }, icon(module), moduleLabel(module).plural) };
  });
  const settings = el('a', { href: settingsLink() }, icon('settings'), messages.settings);
  const main = el('main', { id: 'content' });
  document.body.replaceChildren(
    el(
      'header',
      { class: 'topBar' },
      el('span', { class: 'orgMark' }, boot.companyName.slice(0, 1)),
      el('strong', { class: 'orgName' }, boot.companyName),
      searchForm(),
    ),
    el(
      'nav',
      { class: 'sideBar' },
      ...entries.map(({ link }) => link),
      el('span', { class: 'spring' }),
      settings,
    ),
    main,
  );
  return {
    main,
    showRoute(route) {
      const module = moduleOfRoute(route);
      for (const entry of entries) mark(entry.link, entry.module === module);
      mark(settings, route.page === 'settings');
      const place = module ? moduleLabel(module).plural : messages.settings;
      document.title = `${place} - ${boot.companyName}`;
    },
  };
}

function navigationModules(): ListModule[] {
  const modules: ListModule[] = boot.modules.map(({ name }) => name);
  const hasActivities = modules.some((module) => ['Tasks', 'Events', 'Calls'].includes(module));
  return hasActivities ? [...modules, 'Activities'] : modules;
}

function moduleOfRoute(route: Route): ListModule | null {
  if (route.page === 'list' || route.page === 'record') return route.module;
  return route.page === 'board' ? 'Pipelines' : null;
}

function mark(link: HTMLElement, current: boolean): void {
  if (current) link.setAttribute('aria-current', 'page');
  else link.removeAttribute('aria-current');
}

function searchForm(): HTMLFormElement {
  const field = el('input', { type: 'search', placeholder: messages.search, 'aria-label': messages.search });
  const form = el('form', { class: 'searchForm', role: 'search' }, field);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    location.href = searchLink(field.value);
  });
  return form;
}
