import { moduleNames, type ModuleName } from '@/lib/bigin/modules';
import { addressOf, type AddressKind } from './addresses';
import { listWords } from './list-words';
import type { RawCount, RawList, RawRow } from './raw-lists';
import { shownLists, tickedRows, type TrueList, type TruePage, type TrueRow } from './true-page';

const foreignPrefix = '5550001';

/** What a page is made from. */
export interface RawPage {
  address: AddressKind;
  module: ModuleName;
  lists: [RawList, RawCount][];
  count: RawCount;
}

/** Gives every row a record of its own, and makes what would contradict itself agree. */
export class PageMaker {
  #made = 0;
  #hasCrux = false;

  constructor(
    private readonly prefix: string,
    private readonly hasForeign: boolean,
    private readonly inOrder: boolean,
  ) {}

  make({ address: kind, module, lists, count }: RawPage): TruePage {
    const place = addressOf(kind, module, this.#id());
    this.#hasCrux = lists.some(([{ markup }]) => markup === 'crux');
    const made = lists.map(([list, listCount]) => this.#list(list, listCount, place.modules));
    const page = { ...place, lists: made, count: undefined };
    const shown = shownLists(page);
    const ticked = shown.flatMap(tickedRows);
    return shown.some(({ markup }) => markup === 'crux')
      ? page
      : { ...page, count: this.#count(count, ticked.length) };
  }

  #id(prefix = this.prefix): string {
    this.#made++;
    return prefix + String(632_000 + this.#made).padStart(12, '0');
  }

  #list(raw: RawList, count: RawCount, pageModules: readonly ModuleName[]): TrueList {
    const isCrux = raw.markup === 'crux';
    const listModules = (isCrux && listWords.get(raw.word)) || moduleNames;
    const within = { isCrux, listModules, pageModules };
    const rows = raw.rows.map(([outer, inner]) => {
      const row = this.#row(outer, within);
      const hasInner = inner && outer.drawn && !this.inOrder;
      return hasInner ? { ...row, inner: this.#inner(inner, within) } : row;
    });
    const list: TrueList = {
      ...raw,
      rows,
      modules: listModules,
      word: isCrux ? raw.word : undefined,
      wholeView: raw.wholeView && !this.inOrder,
      count: undefined,
      told: undefined,
    };
    if (!isCrux) return list;
    return {
      ...list,
      count: this.#count(count, tickedRows(list).length),
      told: this.#told(raw, list),
    };
  }

  #row({ foreign, isOfPage, ...raw }: RawRow, { isCrux, listModules, pageModules }: Within): TrueRow {
    const possible = isOfPage && !isCrux ? pageModules : listModules;
    const module = possible[raw.module % possible.length] ?? 'Contacts';
    const isForeign = foreign && raw.drawn && this.hasForeign;
    return {
      ...raw,
      id: this.#id(isForeign ? foreignPrefix : this.prefix),
      ...this.#naming(raw, module, isCrux, pageModules),
    };
  }

  /** What names the row's record, so that the row does not seem to say what is not so. */
  #naming(
    { named, cells }: Pick<RawRow, 'named' | 'cells'>,
    module: ModuleName,
    isCrux: boolean,
    pageModules: readonly ModuleName[],
  ): Pick<TrueRow, 'module' | 'named' | 'cells'> {
    const says = this.inOrder && named === 'not' ? 'id' : named;
    if (isCrux) {
      const inCrux = ({ 'data-id': 'id', link: 'id and link' } as const)[says as 'link'] ?? says;
      return { module, cells, named: inCrux };
    }
    const isOfPage = pageModules.includes(module);
    if (this.inOrder && !isOfPage) {
      return this.#naming({ named, cells }, pageModules[0] ?? module, false, pageModules);
    }
    // A record of a module that is not the page's says so by its link alone.
    const honest = isOfPage || says === 'not' ? says : 'link';
    // A lone link names a row only where the address says the module, and no list of crux stands beside.
    const mayLink = pageModules.length < moduleNames.length && !this.#hasCrux;
    const isSure = honest !== 'link' || !this.inOrder || mayLink;
    const seemsOther = !honest.startsWith('id and') && pageModules.includes('Accounts');
    return {
      module,
      named: isSure ? honest : 'id and link',
      cells: seemsOther ? cells.filter((kind) => kind !== 'company') : cells,
    };
  }

  #inner(raw: RawRow, within: Within): TrueRow {
    const row = this.#row({ ...raw, drawn: true }, within);
    return { ...row, named: row.named === 'not' && !within.isCrux ? 'link' : row.named };
  }

  #count({ kind, by, sentence }: RawCount, truth: number): { count: number; sentence: string } | undefined {
    const orderly = this.inOrder && kind !== 'missing' ? 'right' : kind;
    if (orderly === 'missing') return undefined;
    const count = { right: truth, small: Math.max(0, truth - (by % 4)), large: truth + by }[orderly];
    return { count, sentence: sentence(count) };
  }

  #told({ told, toldBy: how, lies }: RawList, list: TrueList): TrueList['told'] {
    const ticked = tickedRows(list).map(({ id }) => id);
    if (told === 'right') return { how, ids: ticked, isRight: true };
    if (told === 'nothing' || this.inOrder) return undefined;
    if (told === 'throws') return { how: 'throws', ids: [], isRight: false };
    const untruths: Record<(typeof lies)[number], unknown[]> = {
      unticked: list.rows.filter((row) => row.drawn && !row.ticked).map(({ id }) => id),
      hidden: list.rows.filter((row) => !row.drawn).map(({ id }) => id),
      foreign: [this.#id(foreignPrefix)],
      invented: [this.#id(), this.#id()],
      rubbish: [
        '',
        'all',
        '4155550123',
        `${this.#id()}x`,
        '<img src=x>',
        null,
        7_618_134_000_000_632,
        {},
        [],
      ],
      ticked,
    };
    return { how, ids: lies.flatMap((kind) => untruths[kind]), isRight: false };
  }
}

interface Within {
  isCrux: boolean;
  listModules: readonly ModuleName[];
  pageModules: readonly ModuleName[];
}
