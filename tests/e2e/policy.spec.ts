import { connectedPopup } from './support/prepare';
import { biginUrl, zylker } from './support/bigin-list';
import { expect, test } from './support/fixtures';

const pages = ['popup.html', 'sidepanel.html', 'options.html', 'history.html', 'welcome.html'];

/** What a page of ours, or a script in it, might be led to. The browser tells of each refusal in its own time. */
function attempts(): void {
  const refused: string[] = [];
  Object.assign(globalThis, { refused });
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
    refused.push(`${effectiveDirective} ${blockedURI}`);
  });
  const put = (element: Element) => document.body.append(element);
  const make = <K extends keyof HTMLElementTagNameMap>(name: K, facts: object) =>
    Object.assign(document.createElement(name), facts);
  put(make('script', { textContent: 'globalThis.ran = "inline"' }));
  put(make('script', { src: 'https://elsewhere.example/a.js' }));
  put(make('style', { textContent: 'body { display: none }' }));
  put(make('link', { rel: 'stylesheet', href: 'https://elsewhere.example/a.css' }));
  put(make('img', { src: 'https://elsewhere.example/a.png' }));
  put(make('iframe', { src: 'https://elsewhere.example/' }));
  put(make('object', { data: 'https://elsewhere.example/', type: 'text/html' }));
  put(make('base', { href: 'https://elsewhere.example/' }));
  const form = make('form', { action: 'https://elsewhere.example/', method: 'post' });
  put(form);
  form.submit();
  void fetch('https://elsewhere.example/').catch(() => undefined);
  void fetch('https://www.zohoapis.com.elsewhere.example/').catch(() => undefined);
  // In a roundabout way: the linter takes a text for what it is.
  Reflect.apply(setTimeout, undefined, ['globalThis.ran = "text"']);
  const pressed = make('button', {});
  pressed.setAttribute('onclick', 'globalThis.ran = "pressed"');
  put(pressed);
  pressed.click();
}

/** What the browser refused by now, each once. */
function refusals(): string[] {
  const { refused } = globalThis as unknown as { refused: string[] };
  // Each of the texts would have left a word there.
  return [...new Set('ran' in globalThis ? [...refused, 'a text was run'] : refused)].sort();
}

test.describe('the browser lets a page of ours do nothing but its work', () => {
  for (const path of pages) {
    test(`${path} runs no text, loads nothing from elsewhere and reaches nobody but Zoho`, async ({
      extension,
    }) => {
      const page = await extension.openPage(path);
      await page.evaluate(attempts);
      const all = [
        'base-uri https://elsewhere.example/',
        'connect-src https://elsewhere.example/',
        'connect-src https://www.zohoapis.com.elsewhere.example/',
        'form-action https://elsewhere.example/',
        'frame-src https://elsewhere.example',
        'img-src https://elsewhere.example/a.png',
        'object-src https://elsewhere.example',
        'script-src eval',
        'script-src-attr inline',
        'script-src-elem https://elsewhere.example/a.js',
        'script-src-elem inline',
        'style-src-elem https://elsewhere.example/a.css',
        'style-src-elem inline',
      ];
      await expect.poll(() => page.evaluate(refusals)).toEqual(all);
      // Nor does anything come later.
      await page.waitForTimeout(500);
      expect(await page.evaluate(refusals)).toEqual(all);
    });
  }

  test('the worker reaches nobody but Zoho', async ({ extension }) => {
    const worker = await extension.worker;
    const refused = await worker.evaluate(
      () =>
        new Promise<string>((resolve) => {
          globalThis.addEventListener('securitypolicyviolation', (event) => {
            resolve(`${event.effectiveDirective} ${event.blockedURI}`);
          });
          void fetch('https://elsewhere.example/').catch(() => undefined);
        }),
    );
    expect(refused).toMatch(/^connect-src https:\/\/elsewhere\.example/);
  });

  test('no other site can put one into a frame', async ({ extension }) => {
    const list = await extension.openBigin(biginUrl(zylker, '/contacts'));
    const paths = [...pages, 'page-head.js', 'popup-head.js', 'icon/16.png', 'languages/en.json'];
    for (const path of paths) {
      const url = `chrome-extension://${extension.id}/${path}`;
      const isReached = await list.evaluate(async (src) => {
        const frame = Object.assign(document.createElement('iframe'), { src });
        document.body.append(frame);
        return fetch(src).then(
          () => true,
          () => false,
        );
      }, url);
      expect(isReached).toBe(false);
    }
    await expect.poll(() => list.frames().length).toBe(1 + paths.length);
    for (const frame of list.frames().slice(1)) {
      expect(frame.url()).toMatch(/^chrome-error:/);
      expect(await frame.content()).not.toContain('id="root"');
    }
  });

  test('in a whole removal nothing of ours is refused', async ({ extension }) => {
    const refused: string[] = [];
    extension.context.on('console', (line) => {
      if (line.text().includes('Content Security Policy')) refused.push(line.text());
    });
    const { popup } = await connectedPopup(extension);
    await popup.getByRole('checkbox', { name: /^VIP/ }).check();
    await popup.getByRole('button', { name: 'Remove 1 tag from 2 records' }).click();
    await expect(popup.getByRole('status')).toHaveText(/^Removed 1 tag/);
    for (const path of pages.slice(1)) await extension.openPage(path);
    const options = await extension.setUp('server');
    await options.getByRole('button', { name: 'Check' }).first().click();
    expect(refused).toEqual([]);
    // Such a line is heard where there is one.
    await options.evaluate(attempts);
    await expect.poll(() => refused.length).toBeGreaterThan(5);
  });
});
