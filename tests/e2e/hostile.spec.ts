import { biginUrl, zylker } from './support/bigin-list';
import type { Extension } from './support/extension';
import { expect, test } from './support/fixtures';

const url = biginUrl(zylker, '/contacts');

/** A page at Bigin's address that is made by this script alone. */
async function openMade(extension: Extension, script: string) {
  const page = await extension.context.newPage();
  await page.route('https://bigin.zoho.com/**', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><main></main><script>${script}</script>`,
    }),
  );
  await page.goto(url);
  return page;
}

/** Milliseconds until the popup has told something about the page. */
async function timeUntil(popup: Promise<unknown>): Promise<number> {
  const start = performance.now();
  await popup;
  return performance.now() - start;
}

const item = (id: string) => `<li data-id="${id}"><input type="checkbox" checked></li>`;
const contact = '7618134000000632028';

test.describe('a hostile page', () => {
  // It takes a browser a while to make such pages.
  test.describe.configure({ timeout: 180_000 });

  for (const elements of [100_000, 1_000_000]) {
    test(`of ${elements} elements is read all the same`, async ({ extension }) => {
      const page = await openMade(
        extension,
        `const main = document.querySelector('main');
         for (let part = 0; part < ${elements / 10_000}; part++) {
           main.insertAdjacentHTML('beforeend', '<div><i></i></div>'.repeat(5_000));
         }
         main.insertAdjacentHTML('beforeend', '<ul>${item(contact)}</ul>');`,
      );
      const count = () => document.getElementsByTagName('*').length;
      expect(await page.evaluate(count)).toBeGreaterThan(elements);
      const popup = await extension.openPopup(page);
      const shown = expect(popup.getByRole('heading', { name: '1 Contact selected' })).toBeVisible();
      expect(await timeUntil(shown)).toBeLessThan(10_000);
    });
  }

  test('of more ticked rows than there can be is refused in time', async ({ extension }) => {
    const page = await openMade(
      extension,
      `const list = document.createElement('ul');
       const rows = [];
       for (let row = 0; row < 105_000; row++) {
         rows.push('<li data-id="7618134' + String(row).padStart(12, '0') + '"><input type="checkbox" checked></li>');
       }
       list.innerHTML = rows.join('');
       document.querySelector('main').append(list);`,
    );
    const popup = await extension.openPopup(page);
    const told = expect(popup.getByRole('alert')).toHaveText(
      /selected, but 0 could be read|does not answer/,
      {
        timeout: 20_000,
      },
    );
    expect(await timeUntil(told)).toBeLessThan(15_000);
  });

  test('that never comes to rest is given up', async ({ extension }) => {
    const page = await openMade(extension, `setTimeout(() => { for (;;); }, 1500);`);
    const tabId = await extension.tabId(page);
    await page.waitForTimeout(1_600);
    const popup = await extension.openPage(`popup.html?tab=${tabId}`);
    await expect(popup.getByRole('alert')).toHaveText(/The Bigin page does not answer/, { timeout: 20_000 });
  });

  test('that bends its own world, and whose list lies, has nothing chosen that is not ticked', async ({
    extension,
  }) => {
    const row = (id: string, ticked: boolean) =>
      `<lyte-exptable-tr id="${id}" data-zcqa="detailView">
        <lyte-checkbox id="selectEntity_${id}" aria-checked="${ticked}"></lyte-checkbox>
      </lyte-exptable-tr>`;
    const unticked = '7618134000000632029';
    const scriptLike = '&quot;&gt;&lt;img src=x onerror=alert(1)&gt;';
    const rows = [row(contact, true), row(unticked, false), row(scriptLike, true)];
    const script = `
      document.querySelector('main').innerHTML = \`<crux-table-component data-zcqa="cxListViewTable"
        cx-prop-module="Contacts">${rows.join('')}</crux-table-component>\`;
      const table = document.querySelector('crux-table-component');
      table.getData = () => ['${unticked}', '2445013000000141005', '__proto__', { toString: () => '1' }];
      Object.defineProperty(table, 'component', { get() { throw new Error('no'); } });
      Object.prototype.ids = ['${unticked}'];
      Object.prototype.module = 'Accounts';
      Array.prototype.toJSON = () => ['${unticked}'];
      Array.prototype.filter = function () { return ['${unticked}']; };`;
    const page = await openMade(extension, script);
    const popup = await extension.openPopup(page);
    await expect(popup.getByRole('heading', { name: '1 Contact selected' })).toBeVisible();
    await expect(popup.getByRole('alert')).toHaveText(/2 records selected, but only 1 could be read/);
  });
});
