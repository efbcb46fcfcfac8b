// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchLinks } from '@/lib/selection/watch/watch-links';

const home = 'https://bigin.zoho.com/bigin/org1/Home';
const first = '7618134000000632028';
const second = '7618134000000647040';

let watch: AbortController;
let isValid: boolean;
const tell = vi.fn(() => Promise.resolve());
let pointed: () => string | undefined;

beforeEach(() => {
  watch = new AbortController();
  isValid = true;
  tell.mockClear();
  const lifetime = {
    signal: watch.signal,
    get isValid() {
      return isValid;
    },
  };
  pointed = watchLinks(lifetime, tell);
});
afterEach(() => watch.abort());

/** The user comes to what stands inside a link. */
function comeTo(href: string, event = 'pointerover'): void {
  document.body.innerHTML = '<a><span></span></a>';
  document.querySelector('a')?.setAttribute('href', href);
  document.querySelector('span')?.dispatchEvent(new Event(event, { bubbles: true, composed: true }));
}

describe('the link that the user came to', () => {
  it('is the last one, by pointer or by keys', () => {
    expect(pointed()).toBeUndefined();
    comeTo(`${home}#/contacts/${first}`);
    expect(pointed()).toBe(`${home}#/contacts/${first}`);
    comeTo(`${home}#/companies/${second}`, 'focusin');
    expect(pointed()).toBe(`${home}#/companies/${second}`);
    document.body.dispatchEvent(new Event('pointerover', { bubbles: true }));
    expect(pointed()).toBe(`${home}#/companies/${second}`);
  });

  it('is told of when it leads elsewhere than the one before, and not for each record', () => {
    const toldOf = (href: string) => {
      tell.mockClear();
      comeTo(href);
      return tell.mock.calls.length;
    };
    expect(toldOf(`${home}#/contacts/${first}`)).toBe(1);
    expect(toldOf(`${home}#/contacts/${second}`)).toBe(0);
    expect(toldOf(`${home}#/companies/${first}`)).toBe(1);
    expect(toldOf(`${home}#/companies`)).toBe(1);
    expect(toldOf(`${home}#/contacts`)).toBe(0);
    expect(toldOf(`${home.replace('org1', 'org2')}#/contacts`)).toBe(1);
  });

  it('is one of Bigin’s', () => {
    comeTo(`${home}#/contacts/${first}`);
    comeTo('https://example.com/');
    comeTo('mailto:anna@zylker.example');
    expect(pointed()).toBe(`${home}#/contacts/${first}`);
    expect(tell).toHaveBeenCalledTimes(1);
  });

  it('is found in a shadow tree', () => {
    document.body.innerHTML = '<div></div>';
    const shadow = document.querySelector('div')?.attachShadow({ mode: 'open' });
    const link = document.createElement('a');
    link.href = `${home}#/tasks/${first}`;
    shadow?.append(link);
    link.dispatchEvent(new Event('pointerover', { bubbles: true, composed: true }));
    expect(pointed()).toBe(link.href);
  });

  it('is told of by a living extension alone, heard or not', async () => {
    tell.mockRejectedValueOnce(new Error('Receiving end does not exist.'));
    comeTo(`${home}#/contacts/${first}`);
    await Promise.resolve();
    isValid = false;
    comeTo(`${home}#/companies/${first}`);
    expect(tell).toHaveBeenCalledTimes(1);
    watch.abort();
    comeTo(`${home}#/tasks/${first}`);
    expect(pointed()).toBe(`${home}#/companies/${first}`);
  });
});
