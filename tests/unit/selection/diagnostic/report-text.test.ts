import { describe, expect, it } from 'vitest';
import { reportText } from '@/lib/selection/diagnostic/report-text';
import { noDoubts } from '@/lib/selection/page-reading';

const userAgent =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/152.0.7632.1 Safari/537.36';
const report = { version: '1.2.3', userAgent, reading: null, structure: 'page: …' };
const id = '7618134000000632028';

describe('the report of a page that was misread', () => {
  it('says what was read of it, in numbers', () => {
    const text = reportText({
      ...report,
      reading: {
        ...noDoubts,
        url: `https://bigin.zoho.com/bigin/org942010964/Home#/contacts?cvid=${id}`,
        parts: [
          { source: 'list', modules: ['Contacts'], ids: [id] },
          { source: 'component', modules: ['Tasks', 'Calls'], ids: [id, id] },
        ],
        pageCount: 12,
        shortfall: 9,
        view: { isCertain: true, modules: ['Contacts'], cvid: id, count: 12 },
      },
    });
    expect(text.split('\n')).toEqual([
      'Untag for Bigin 1.2.3, Chrome/152',
      'Read: 1 by list (Contacts); 2 by component (Tasks, Calls)',
      'Count on the page: 12; shortfall 9, excess 0, unchecked 0, beside 0',
      'Whole view: certainly 12 of Contacts, its id known',
      '',
      'page: …',
    ]);
    expect(text).not.toContain(id);
    expect(text).not.toContain('942010964');
  });

  it('says where nothing was read, or the page did not answer', () => {
    expect(reportText(report)).toContain('The page did not answer.');
    const reading = { ...noDoubts, url: 'https://bigin.zoho.com', parts: [] };
    expect(reportText({ ...report, reading })).toContain('Read: nothing');
    expect(reportText({ ...report, reading })).toContain('Count on the page: none');
    expect(reportText({ ...report, userAgent: 'x' })).toContain('unknown browser');
  });
});
