import type { Fault } from './behaviour';
import type { ServiceName } from './services';

export interface FaultTarget {
  service: ServiceName;
  method: string;
  path: string;
  /** Path, query and body: where the ids stand that a 'records' fault looks for. */
  text: string;
}

/** The faults that are set and how much is left of each. */
export class FaultBook {
  private entries: { fault: Fault; toPass: number; toHit: number }[] = [];
  private held: (() => void)[] = [];

  add(fault: Fault): void {
    this.entries.push({ fault, toPass: fault.after ?? 0, toHit: fault.times ?? 1 });
  }

  clear(): void {
    this.entries = [];
    for (const letGo of this.held.splice(0)) letGo();
  }

  /** Resolves when the faults are cleared. */
  cleared(): Promise<void> {
    return new Promise((resolve) => void this.held.push(resolve));
  }

  /** The fault that hits this request, one use of which is then spent. */
  take(target: FaultTarget): Fault['what'] | undefined {
    for (const entry of this.entries) {
      if (entry.toHit <= 0 || !matches(entry.fault, target)) continue;
      if (entry.toPass > 0) {
        entry.toPass--;
        continue;
      }
      entry.toHit--;
      return entry.fault.what;
    }
    return undefined;
  }
}

function matches({ where, what }: Fault, target: FaultTarget): boolean {
  return (
    (where.service === undefined || where.service === target.service) &&
    (where.method === undefined || where.method.toUpperCase() === target.method) &&
    (where.path === undefined || new RegExp(where.path).test(target.path)) &&
    (what.kind !== 'records' || isAbout(what.ids, target))
  );
}

/** Only a change of tags answers for single records. */
const isAbout = (ids: readonly string[], { path, text }: FaultTarget) =>
  /\/actions\/(add|remove)_tags$/.test(path) && ids.some((id) => text.includes(id));
