import type { Page } from '@playwright/test';

/** Whether the system has a font for emoji. Without one, boxes stand in their place, which are drawn in one color. */
export function hasEmoji(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const context = document.createElement('canvas').getContext('2d');
    if (!context) return false;
    context.font = '20px sans-serif';
    context.fillText('🔥', 0, 20);
    const { data } = context.getImageData(0, 0, 30, 30);
    return data.some((value, at) => at % 4 === 0 && value !== data[at + 2]);
  });
}
