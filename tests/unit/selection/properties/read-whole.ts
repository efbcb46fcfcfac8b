import { ProblemError } from '@/lib/problem';
import { selectionsOf } from '@/lib/selection/build-selections';
import { selectionLimit, type PageReading } from '@/lib/selection/page-reading';
import { componentListsSchema } from '@/lib/selection/page-reading-schema';
import { readPage } from '@/lib/selection/read-page';
import { readComponents } from '@/lib/selection/readers/read-components';
import type { Selections } from '@/lib/selection/selection';
import { componentProfiles } from '@/lib/selection/selectors';
import type { ModuleName } from '@/lib/bigin/modules';
import type { RecordId } from '@/lib/bigin/record-id';
import * as z from '@/lib/zod';

/** What the product makes of the page in the test's document: all the way from the components to the selections. */
export interface WholeReading {
  reading: PageReading;
  /** `undefined` where nothing is selected, or nothing of it could be read. */
  selections: Selections | undefined;
  /** Each record once, with the modules that it can be of. */
  records: Map<RecordId, readonly ModuleName[]>;
  /** How many records the user is told are selected but could not be read. */
  shortfall: number;
}

export function readWhole(url: string): WholeReading {
  // What crosses from the page's world to the product's is a copy, and is parsed.
  const crossed: unknown = JSON.parse(JSON.stringify(readComponents(componentProfiles, selectionLimit)));
  const reading = readPage(document, url, z.parse(componentListsSchema, crossed));
  try {
    const selections = selectionsOf(reading);
    const { byModule, unplaced, shortfall } = selections;
    const records = new Map(
      [...byModule.map(({ module, ids }) => ({ modules: [module], ids })), ...unplaced].flatMap(
        ({ modules, ids }) => ids.map((id) => [id, modules] as const),
      ),
    );
    return { reading, selections, records, shortfall };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const isTold = error.problem.code === 'selectionUnreadable';
    return {
      reading,
      selections: undefined,
      records: new Map(),
      shortfall: isTold ? Number(error.problem.values?.['count']) : 0,
    };
  }
}
