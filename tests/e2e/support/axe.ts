import type { Page } from '@playwright/test';
import axe from 'axe-core';

/** Every rule that axe has for WCAG 2.2 AA, and its own good practices. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds to complain of in a page, a line each. */
export async function findFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return look(page, tags);
}

/** The same, of colors alone, in a page that was looked at in other ones: what else there is to say stays as it is. */
export function findFaultsOfColor(page: Page): Promise<string[]> {
  return look(page, tags, 'cat.color');
}

function look(page: Page, wanted: string[], among?: string): Promise<string[]> {
  return page.evaluate(
    async ([all, category]) => {
      const inPage = (globalThis as unknown as { axe: typeof axe }).axe;
      const rules = inPage.getRules(all).filter((rule) => !category || rule.tags.includes(category));
      const values = rules.map(({ ruleId }) => ruleId);
      const { violations, passes } = await inPage.run({
        runOnly: { type: 'rule', values },
        resultTypes: ['violations'],
      });
      if (violations.length + passes.length === 0) throw new Error('No rule had anything to look at');
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
    },
    [wanted, among] as const,
  );
}
