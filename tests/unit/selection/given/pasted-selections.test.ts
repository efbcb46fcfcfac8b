import { describe, expect, it } from 'vitest';
import { moduleNames } from '@/lib/bigin/modules';
import { parsePageUrl } from '@/lib/bigin/page-url';
import { parsePasted } from '@/lib/selection/given/parse-pasted';
import { pastedSelections } from '@/lib/selection/given/pasted-selections';

const link = 'https://bigin.zoho.com/bigin/org1/Home#/deals';
const pasteOn = (url: string, text: string) => {
  const page = parsePageUrl(url);
  if (!page) throw new Error('no page of Bigin');
  return pastedSelections(parsePasted(text, page), page);
};

describe('pasted records', () => {
  it('are of the modules that their links name, and of the page’s module first where only an id is given', () => {
    const selections = pasteOn(link, `${link}/7618134000000632028\n7618134000000632029`);
    expect(selections).toMatchObject({
      dataCenter: 'us',
      org: 'org1',
      byModule: [{ module: 'Pipelines', ids: ['7618134000000632028'], sources: ['pasted'] }],
      given: { kind: 'pasted' },
    });
    const [open] = selections.unplaced;
    expect(open?.source).toBe('pasted');
    expect(open?.ids).toEqual(['7618134000000632029']);
    expect(open?.modules[0]).toBe('Pipelines');
    expect(open?.modules.toSorted()).toEqual(moduleNames.toSorted());
  });
});
