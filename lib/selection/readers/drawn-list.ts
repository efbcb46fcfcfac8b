import type { ModuleName } from '@/lib/bigin/modules';
import type { RecordId } from '@/lib/bigin/record-id';
import type { ListProfile } from '../selectors';

/** What the page draws of a list. */
export interface DrawnList {
  element: Element;
  /** Where it is a list of a known profile. */
  profile?: ListProfile;
  /** The modules that its records can be of, as far as the list itself or the address tells. */
  modules: readonly ModuleName[];
  /** Records whose row is ticked, in the order of the page, each with the modules that it can be of. */
  ticked: Map<RecordId, readonly ModuleName[]>;
  /** How many ticked rows name no record. */
  unreadable: number;
  /** Whether the list draws a record: one that it does, and that is not among the ticked, is not ticked. */
  draws: (id: RecordId) => boolean;
  /** Of a list of a known profile: a record that it draws, ticked or not, where it draws any. */
  sample?: () => RecordId | undefined;
  /** Of a list of a known profile: whether every row that it draws is ticked. */
  isWhollyTicked?: () => boolean;
}
