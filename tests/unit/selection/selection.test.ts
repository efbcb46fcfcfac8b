import * as z from 'zod/mini';
import { describe, expect, it } from 'vitest';
import {
  pageReadingSchema,
  selectionLimit,
  selectionOf,
  selectionOfLink,
  selectionSchema,
} from '@/lib/selection/selection';
import type { PageReading } from '@/lib/selection/page-reading';
import { problemOfCall } from '../support/problem-of';

const id = '7618134000000632028';
const other = '7618134000000647040';
const url = 'https://bigin.zoho.eu/bigin/org942010964/Home#/deals';
const reading = (changes: Partial<PageReading> = {}): PageReading => ({
  url,
  source: 'crux-list',
  ids: [id, other],
  ...changes,
});
const problemOf = (changes: Partial<PageReading>) => problemOfCall(() => selectionOf(reading(changes)));

describe('a selection', () => {
  it('has the page’s data center, organization and module', () => {
    expect(selectionOf(reading())).toEqual({
      dataCenter: 'eu',
      org: 'org942010964',
      module: 'Pipelines',
      ids: [id, other],
      source: 'crux-list',
      shortfall: 0,
    });
  });

  it('takes the list’s module over the URL’s', () => {
    expect(selectionOf(reading({ module: 'Contacts' })).module).toBe('Contacts');
  });

  it('has each record once', () => {
    expect(selectionOf(reading({ ids: [id, id], pageCount: 2 }))).toMatchObject({ ids: [id], shortfall: 1 });
  });

  it('says how many records could not be read', () => {
    expect(selectionOf(reading({ pageCount: 120 }))).toMatchObject({ pageCount: 120, shortfall: 118 });
    expect(selectionOf(reading({ pageCount: 1 }))).toMatchObject({ shortfall: 0 });
  });

  it('is none outside Bigin', () => {
    expect(problemOf({ url: 'https://example.com' })).toEqual({ code: 'notBigin' });
  });

  it('is none where nothing is ticked', () => {
    expect(problemOf({ ids: [] })).toEqual({ code: 'nothingSelected' });
    expect(problemOf({ ids: [], pageCount: 0 })).toEqual({ code: 'nothingSelected' });
  });

  it('is not silently none where the page says that some are selected', () => {
    expect(problemOf({ ids: [], pageCount: 3000 })).toEqual({
      code: 'selectionUnreadable',
      values: { count: 3000 },
    });
  });

  it('is none where nothing names the module', () => {
    expect(problemOf({ url: url.replace('deals', 'activities') })).toEqual({ code: 'moduleUnknown' });
  });

  it('fits the shape in which it travels', () => {
    expect(selectionSchema.parse(selectionOf(reading({ pageCount: 5 })))).toMatchObject({ shortfall: 3 });
  });
});

describe('the selection of a link', () => {
  it.each([
    `https://bigin.zoho.com/bigin/org1/Home#/contacts/${id}`,
    `https://bigin.zoho.com/crm/org1/tab/Contacts/${id}`,
  ])('is the record that it names: %s', (link) => {
    expect(selectionOfLink(link)).toEqual({
      dataCenter: 'us',
      org: 'org1',
      module: 'Contacts',
      ids: [id],
      source: 'link',
      shortfall: 0,
    });
  });

  it.each([
    ['https://example.com/contacts/7618134000000632028', 'notBigin'],
    ['javascript:alert(1)', 'notBigin'],
    ['https://bigin.zoho.com/bigin/org1/Home#/contacts', 'nothingSelected'],
    [`https://bigin.zoho.com/bigin/org1/Home#/deals/kanban/${id}`, 'nothingSelected'],
  ])('is none: %s', (link, code) => {
    expect(problemOfCall(() => selectionOfLink(link))).toEqual({ code });
  });
});

describe('what a content script answers', () => {
  it.each([
    [{}, true],
    [{ pageCount: 3, module: 'Contacts' }, true],
    [{ ids: [] }, true],
    [{ ids: ['1; drop'] }, false],
    [{ ids: [7618134000000632000] }, false],
    [{ ids: Array.from({ length: selectionLimit + 1 }, () => id) }, false],
    [{ module: 'Leads' }, false],
    [{ source: 'somewhere' }, false],
    [{ pageCount: -1 }, false],
    [{ pageCount: 1.5 }, false],
    [{ url: 5 }, false],
  ] as const)('is taken or refused as a whole (%#)', (changes, isTaken) => {
    expect(z.safeParse(pageReadingSchema, { ...reading(), ...changes }).success).toBe(isTaken);
  });
});
