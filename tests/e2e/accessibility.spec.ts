import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './support/fixtures';
import { states } from './states/index';

/** Every rule that axe has for WCAG 2.2 AA, and its own good practices. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

test.describe('axe finds nothing to complain of, in light and in dark', () => {
  for (const { name, reach } of states) {
    test(name, async ({ extension, bigin }) => {
      const page = await reach(extension, bigin);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
        const found = violations.flatMap(({ id, nodes }) =>
          nodes.map(({ html }) => `${colorScheme} ${id}: ${html}`),
        );
        expect(found).toEqual([]);
      }
    });
  }
});
