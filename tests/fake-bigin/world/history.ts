import type { BiginRecord, ModuleName } from './types';

interface Past {
  /** When this state ended. */
  until: number;
  tags: string[];
}

interface Deleted {
  at: number;
  zgid: string;
  module: ModuleName;
  record: BiginRecord;
}

/** How records were before they changed, for whatever sees the world late (the search index). */
export class History {
  private readonly pasts = new WeakMap<BiginRecord, Past[]>();
  private readonly deleted: Deleted[] = [];

  tagsChange(record: BiginRecord, at: number): void {
    const pasts = this.pasts.get(record) ?? [];
    pasts.push({ until: at, tags: [...record.tags] });
    this.pasts.set(record, pasts);
  }

  recordDeleted(entry: Deleted): void {
    this.deleted.push(entry);
  }

  tagsAt(record: BiginRecord, time: number): string[] {
    return this.pasts.get(record)?.find((past) => past.until > time)?.tags ?? record.tags;
  }

  /** Records of a module that are gone now and were there at `time`. */
  deletedSince(zgid: string, module: ModuleName, time: number): BiginRecord[] {
    return this.deleted
      .filter((entry) => entry.zgid === zgid && entry.module === module && entry.at > time)
      .map((entry) => entry.record);
  }
}
