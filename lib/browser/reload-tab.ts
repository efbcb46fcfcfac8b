import { browser } from 'wxt/browser';

/** Milliseconds that a page may take to load before it is looked at anyway. */
const patience = 15_000;

/** Loads a tab's page anew; resolves once that is done. */
export async function reloadTab(tabId: number): Promise<void> {
  let stop = () => {};
  const loaded = new Promise<void>((resolve) => {
    const onUpdated = (id: number, { status }: { status?: string | undefined }) => {
      if (id === tabId && status === 'complete') resolve();
    };
    browser.tabs.onUpdated.addListener(onUpdated);
    const timer = setTimeout(() => resolve(), patience);
    stop = () => {
      clearTimeout(timer);
      browser.tabs.onUpdated.removeListener(onUpdated);
    };
  });
  try {
    await browser.tabs.reload(tabId);
    await loaded;
  } finally {
    stop();
  }
}
