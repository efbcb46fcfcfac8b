import { afterAll, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

/** Files that run in one process share the fake browser and the globals: each leaves them as it found them. */
const apis = { ...fakeBrowser };

afterAll(() => {
  Object.assign(fakeBrowser, apis);
  fakeBrowser.reset();
  vi.unstubAllGlobals();
});
