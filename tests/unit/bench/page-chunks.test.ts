import { describe, expect, it } from 'vitest';
import { pageChunks } from '../../../scripts/page-chunks';

const popup = '/entrypoints/popup/index.html';
const sidePanel = '/entrypoints/sidepanel/index.html';
const options = '/entrypoints/options/index.html';
const imports: Record<string, string[]> = {
  [popup]: ['/entrypoints/popup/main.tsx'],
  '/entrypoints/popup/main.tsx': ['/App.tsx', '/Button.tsx'],
  [sidePanel]: ['/entrypoints/sidepanel/main.tsx'],
  '/entrypoints/sidepanel/main.tsx': ['/App.tsx', '/Button.tsx'],
  [options]: ['/Field.tsx', '/Button.tsx'],
  '/App.tsx': ['/Button.tsx', '/node_modules/zod/index.js'],
  '/Button.tsx': ['/clsx.js'],
  // Packages may import each other in a circle.
  '/clsx.js': ['/Button.tsx'],
};
const graph = {
  getModuleIds: () => Object.keys(imports),
  getModuleInfo: (id: string) => ({
    isEntry: id.endsWith('index.html'),
    importedIds: imports[id] ?? [],
  }),
};

describe('the files that pages are made of', () => {
  const output = pageChunks().outputOptions({ format: 'es' });

  it.each([
    ['what the popup loads', '/App.tsx', 'shared'],
    ['what other pages load too', '/Button.tsx', 'shared'],
    ['what that imports', '/clsx.js', 'shared'],
    ['schemas', '/node_modules/zod/index.js', 'schemas'],
    ['what the popup does not load', '/Field.tsx', undefined],
    ['a page’s own start', '/entrypoints/popup/main.tsx', undefined],
    ['a panel that is loaded when it is asked for', '/Panel.tsx', undefined],
  ])('%s', (_, id, chunk) => {
    expect(output?.manualChunks(id, graph)).toBe(chunk);
  });

  it('leaves the worker and the scripts in one file each', () => {
    expect(pageChunks().outputOptions({ format: 'iife' })).toBeUndefined();
  });
});
