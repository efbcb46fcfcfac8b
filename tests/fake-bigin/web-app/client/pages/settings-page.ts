import { boot } from '../boot';
import { el } from '../dom';
import { formatNumber, messages } from '../language/language';
import type { Page } from './page';

export const settingsPage: Page<'settings'> = async (main) => {
  const facts: [string, string][] = [
    [messages.name, boot.companyName],
    ['ZGID', boot.zgid],
    ['Plan', boot.plan],
    ['Users', formatNumber(boot.users)],
    ['Data center', boot.dataCenter.toUpperCase()],
  ];
  const pairs = facts.map(([term, text]) =>
    el('div', { class: 'detail' }, el('dt', {}, term), el('dd', {}, text)),
  );
  main.replaceChildren(
    el(
      'div',
      { class: 'settingsView' },
      el('h1', {}, messages.settings),
      el('section', { class: 'recordDetails' }, el('h2', {}, messages.organization), el('dl', {}, ...pairs)),
    ),
  );
};
