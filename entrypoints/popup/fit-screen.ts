/** What lies above the popup and below it, in CSS pixels: the window's title, its tabs and toolbar, and some air. */
const around = 100;

/** Milliseconds after which a popup that may grow has grown. */
const settled = 500;

const allow = (height: number) => document.documentElement.style.setProperty('--screen-room', `${height}px`);

/**
 * Keeps the popup on the screen: browsers make it 600 pixels high at most, and less where the screen ends before. What
 * does not fit would lie below it, the button at the end of a list first.
 */
export function fitScreen(): void {
  allow(screen.availHeight - around);
}

/**
 * Goes by the room that there turns out to be, where that is less: on a page that is zoomed, in a window that stands low,
 * or in a small one of its own.
 */
export function keepFitting(): void {
  let room = Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const fit = () => {
    const { scrollHeight } = document.documentElement;
    if (scrollHeight <= innerHeight && innerHeight <= room) return;
    room = innerHeight;
    allow(room);
  };
  const fitLater = () => {
    clearTimeout(timer);
    timer = setTimeout(fit, settled);
  };
  addEventListener('resize', fitLater);
  new ResizeObserver(fitLater).observe(document.body);
}
