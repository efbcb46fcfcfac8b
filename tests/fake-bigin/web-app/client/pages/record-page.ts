import type { ListModule, RecordPage, Row } from '../../wire/messages';
import { wordOf } from '../../wire/module-words';
import { button, el } from '../dom';
import { forgetLoaded, loadRecord } from '../data';
import { messages, moduleLabel } from '../language/language';
import { listLink, recordLink } from '../links';
import { fieldLabel } from '../parts/columns';
import { fieldValue } from '../parts/field-value';
import { recordTable } from '../parts/record-table';
import { tagChips } from '../parts/tag-chips';
import { orMessage } from './message-page';
import type { Page } from './page';

export const recordPage: Page<'record'> = async (main, route, gone) => {
  const { record, related } = await loadRecord(route.module, route.id);
  if (gone.aborted) return;
  const refresh = button(messages.refresh, { class: 'quietButton', 'data-zcqa': 'refreshRecord' }, () => {
    forgetLoaded();
    void orMessage(main, gone, recordPage(main, route, gone));
  });
  const chosen = related.filter(({ module }) => sectionOf(module) === route.section);
  main.replaceChildren(
    el(
      'article',
      { class: 'recordView' },
      heading(record, refresh),
      el(
        'div',
        { class: 'recordParts' },
        details(record),
        el(
          'div',
          { class: 'relatedLists' },
          sectionLinks({ record, related }, route.section),
          ...(chosen.length > 0 ? chosen : related).map((list) => recordTable(list).section),
        ),
      ),
    ),
  );
};

function heading(record: Row, refresh: HTMLElement): HTMLElement {
  const up = el('a', { href: listLink(record.module), class: 'upLink' }, moduleLabel(record.module).plural);
  const title = el('h1', { 'data-zcqa': 'recordName' }, record.name);
  const tags = el('div', { class: 'recordTags', 'data-zcqa': 'recordTags' }, ...tagChips(record.tags));
  return el(
    'header',
    { class: 'recordHeader' },
    el('div', {}, up, title, tags),
    el('span', { class: 'spring' }),
    refresh,
  );
}

function details(record: Row): HTMLElement {
  const pairs = Object.keys(record.fields).map((field) =>
    el('div', { class: 'detail' }, el('dt', {}, fieldLabel(field)), el('dd', {}, fieldValue(record, field))),
  );
  return el('section', { class: 'recordDetails' }, el('h2', {}, messages.details), el('dl', {}, ...pairs));
}

/** Deals, companies, activities: the activities of a record share one section. */
function sectionOf(module: ListModule): string {
  return module === 'Tasks' || module === 'Events' || module === 'Calls' ? 'activities' : wordOf[module];
}

function sectionLinks({ record, related }: RecordPage, section: string | null): HTMLElement {
  const sections = new Map<string, string>();
  for (const { module } of related) {
    const name = sectionOf(module);
    sections.set(name, moduleLabel(name === 'activities' ? 'Activities' : module).plural);
  }
  const links = [...sections].map(([name, label]) => {
    const link = el('a', { href: recordLink(record.module, record.id, name) }, label);
    if (name === section) link.setAttribute('aria-current', 'true');
    return link;
  });
  return el('nav', { class: 'sectionLinks' }, ...links);
}
