import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dataCenterIds, dataCenters } from '@/lib/bigin/data-centers';
import { moduleNames } from '@/lib/bigin/modules';
import { parsePageUrl, recordUrl } from '@/lib/bigin/page-url';

const id = '6331846000204950564';
const org = 'org857936781';
const page = (path: string) => parsePageUrl(`https://bigin.zoho.com${path}`);

describe('the address of a page of Bigin', () => {
  it.each([
    [`/bigin/${org}/Home#/deals/${id}?section=activities`, { modules: ['Pipelines'], recordId: id }],
    [`/bigin/${org}/Home?TODO=addUser#/deals/${id}`, { modules: ['Pipelines'], recordId: id }],
    [`/bigin/${org}/Home#/contacts`, { modules: ['Contacts'] }],
    [`/bigin/${org}/Home#/contacts?cvid=${id}`, { modules: ['Contacts'], cvid: id }],
    [`/bigin/${org}/Home#/contacts/${id}/notes`, { modules: ['Contacts'], recordId: id }],
    [`/bigin/${org}/Home#/companies/${id}`, { modules: ['Accounts'], recordId: id }],
    [`/bigin/${org}/Home#/accounts/${id}`, { modules: ['Accounts'], recordId: id }],
    [`/bigin/${org}/Home#/meetings/${id}`, { modules: ['Events'], recordId: id }],
    [`/bigin/${org}/Home#/activities/tasks/${id}`, { modules: ['Tasks'], recordId: id }],
    [`/bigin/${org}/Home#/activities/${id}`, { modules: ['Tasks', 'Events', 'Calls'], recordId: id }],
    [`/bigin/${org}/Home#/activities/calls`, { modules: ['Calls'] }],
    [`/crm/${org}/tab/Contacts/${id}`, { modules: ['Contacts'], recordId: id }],
    [`/crm/${org}/tab/Contacts`, { modules: ['Contacts'] }],
  ])('names org, module and record: %s', (path, expected) => {
    expect(page(path)).toEqual({ dataCenter: 'us', org, ...expected });
  });

  it.each([
    [
      `/bigin/${org}/Home#/deals/kanban/${id}`,
      'the id of a pipeline is no record',
      { modules: ['Pipelines'] },
    ],
    [`/bigin/${org}/Home#/deals/kanban`, 'a board', { modules: ['Pipelines'] }],
    [`/bigin/${org}/Home#/activities`, 'a list of three modules', { modules: ['Tasks', 'Events', 'Calls'] }],
    [`/bigin/${org}/Home#/settings`, 'no records', { modules: moduleNames }],
    [`/bigin/${org}/Home`, 'no route', { modules: moduleNames }],
    [`/bigin/${org}/Home#/contacts/12345678901234`, 'fourteen digits', { modules: ['Contacts'] }],
    [`/bigin/${org}/Home#/contacts/12345678901234567890`, 'twenty digits', { modules: ['Contacts'] }],
    [
      `/crm/${org}/tab/Contacts/custom-view/${id}/list`,
      'the id of a view',
      { modules: ['Contacts'], cvid: id },
    ],
  ])('names no record in %s (%s)', (path, _, expected) => {
    expect(page(path)).toEqual({ dataCenter: 'us', org, ...expected });
  });

  it.each([
    `http://bigin.zoho.com/bigin/${org}/Home#/contacts/${id}`,
    `https://bigin.zoho.com:8443/bigin/${org}/Home`,
    `https://bigin.zoho.com.evil.example/bigin/${org}/Home`,
    `https://bigin.zoho.com@evil.example/bigin/${org}/Home`,
    `https://bigin.zоho.com/bigin/${org}/Home`,
    `https://evilbigin.zoho.com/bigin/${org}/Home`,
    `https://bigin.zoho.com/bigin/Home#/contacts/${id}`,
    `https://bigin.zoho.com/bigin/org/Home`,
    `https://bigin.zoho.com/bigin/org12x/Home`,
    `https://bigin.zoho.com/other/${org}/Home`,
    `https://bigin.zoho.com/crm/${org}/Contacts/${id}`,
    'https://example.com/',
    'chrome://extensions',
    'not a URL',
    '',
  ])('is not Bigin’s: %s', (url) => {
    expect(parsePageUrl(url)).toBeUndefined();
  });

  it('that is built for any record reads back as that record, ids beyond 2^53 included', () => {
    const digits = fc.stringMatching(/^[1-9]\d{14,18}$/);
    fc.assert(
      fc.property(
        fc.constantFrom(...dataCenterIds),
        fc.constantFrom(...moduleNames),
        fc.stringMatching(/^org\d{1,12}$/),
        digits,
        (dataCenter, module, anyOrg, recordId) => {
          const url = recordUrl(dataCenter, anyOrg, module, recordId);
          expect(new URL(url).host).toBe(dataCenters[dataCenter].webHost);
          expect(parsePageUrl(url)).toEqual({ dataCenter, org: anyOrg, modules: [module], recordId });
        },
      ),
    );
  });

  it('of another host is none, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl({ withFragments: true })), (url) => {
        expect(parsePageUrl(url)).toBeUndefined();
      }),
    );
  });

  it('is read as what it can be, whatever stands in it', () => {
    const part = fc.oneof(
      fc.constantFrom('bigin', 'crm', 'Home#', 'tab', 'Home?cvid=1#', '..', '', '%', '%2F', '__proto__'),
      fc.constantFrom('contacts', 'Contacts', 'deals', 'activities', 'kanban', 'custom-view', 'constructor'),
      fc.constantFrom(org, 'org', 'org1?x#', id, `${id}?cvid=${id}`, '1'.repeat(20)),
      fc.string(),
    );
    const host = fc.constantFrom(...dataCenterIds.map((each) => [each, dataCenters[each].webHost] as const));
    const start = fc.constantFrom('', `/bigin/${org}/Home#`, `/crm/${org}/tab`);
    let read = 0;
    fc.assert(
      fc.property(host, start, fc.array(part, { maxLength: 6 }), ([each, webHost], begun, parts) => {
        const parsed = parsePageUrl(`https://${webHost}${begun}/${parts.join('/')}`);
        if (!parsed) return;
        read++;
        expect(parsed.dataCenter).toBe(each);
        expect(parsed.org).toMatch(/^org\d+$/);
        expect(parsed.modules.length).toBeGreaterThan(0);
        expect(moduleNames).toEqual(expect.arrayContaining([...parsed.modules]));
        expect(parsed.recordId ?? id).toMatch(/^\d{15,19}$/);
        expect(parsed.cvid ?? id).toMatch(/^\d{15,19}$/);
      }),
      { numRuns: 2_000 },
    );
    expect(read).toBeGreaterThan(500);
  });
});
