import type { ListModule } from '../../wire/messages';

type IconName = ListModule | 'settings';

/** Plain line drawings on a field of 24 by 24. */
const lines: Record<IconName, string> = {
  Contacts: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8M4 20c1-4 4-6 8-6s7 2 8 6',
  Accounts: 'M5 21V4h9v17M14 9h5v12M3 21h18M8 8h3M8 12h3M8 16h3',
  Pipelines: 'M4 5h16l-6 8v5l-4 2v-7z',
  Products: 'M4 8l8-4 8 4v8l-8 4-8-4zM4 8l8 4 8-4M12 12v8',
  Tasks: 'M4 5h16v15H4zM8 12l3 3 5-6',
  Events: 'M4 6h16v14H4zM4 10h16M8 3v4M16 3v4',
  Calls: 'M6 3l4 1 1 4-2 2c1 2 3 4 5 5l2-2 4 1 1 4c-1 2-3 3-5 3C9 20 4 14 3 8c0-2 1-4 3-5z',
  Activities: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18M12 7v5l4 2',
  settings:
    'M4 7h9M19 7h1M4 17h1M11 17h9M16 9.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5M8 19.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5',
};

const svg = 'http://www.w3.org/2000/svg';

export function icon(name: IconName): SVGElement {
  const drawing = document.createElementNS(svg, 'svg');
  drawing.setAttribute('viewBox', '0 0 24 24');
  drawing.setAttribute('class', 'icon');
  drawing.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(svg, 'path');
  path.setAttribute('d', lines[name]);
  drawing.append(path);
  return drawing;
}
