/** What lies above the popup and below it, in CSS pixels: the window's title, its tabs and toolbar, and some air. */
const around = 100;

/**
 * Keeps the popup on the screen: browsers make it 600 pixels high at most, and less where the screen ends before. What
 * does not fit would lie below it, the button at the end of a list first.
 */
export function fitScreen(): void {
  document.documentElement.style.setProperty('--screen-room', `${screen.availHeight - around}px`);
}
