import { ancestorsOf, attributeOf, childCount, childrenOf, siblingsOf, tagOf } from './safe-dom';

/** A line of the description: an element, or a remark in its place. */
export interface OutlineLine {
  depth: number;
  element?: Element;
  remark?: string;
}

/** Levels of a list's path, and how many of them, from the list up, are told with what stands beside them. */
const levels = 14;
const levelsWithSiblings = 6;

/** Elements alike in a row that are told, one by one. */
const mostAlike = 3;

/** Elements that hold nothing of a list. */
const unfolded = /^(?:svg|head)$/;

/** An element and what is in it: `depth` levels, and at most `limit` lines. */
export function subtree(element: Element, indent: number, depth: number, limit: number): OutlineLine[] {
  const lines: OutlineLine[] = [{ depth: indent, element }];
  const count = childCount(element);
  if (count === 0) return lines;
  if (depth === 0 || unfolded.test(tagOf(element))) return [...lines, more(indent + 1, count)];
  let told = 0;
  let alike = 0;
  let lastKind = '';
  for (const child of childrenOf(element, 60)) {
    if (lines.length >= limit) break;
    told++;
    const kind = `${tagOf(child)} ${attributeOf(child, 'class')}`;
    alike = kind === lastKind ? alike + 1 : 1;
    lastKind = kind;
    if (alike <= mostAlike) lines.push(...subtree(child, indent + 1, depth - 1, limit - lines.length));
    if (alike === mostAlike + 1) lines.push({ depth: indent + 1, remark: '… more like this' });
  }
  return told < count ? [...lines, more(indent + 1, count - told)] : lines;
}

/**
 * The way from the page's root to a list, with what stands before and after its last levels, except what is
 * in `told` already.
 */
export function pathTo(
  container: Element,
  told: Set<Element>,
): { before: OutlineLine[]; after: OutlineLine[]; depth: number } {
  const ancestors = ancestorsOf(container, levels);
  const path = [...ancestors.toReversed(), container];
  const isNew = (element: Element) => !told.has(element) && told.add(element);
  const before: OutlineLine[] = ancestors.length === levels ? [{ depth: 0, remark: '…' }] : [];
  const after: OutlineLine[] = [];
  for (const [depth, element] of path.entries()) {
    if (depth > 0 && path.length - depth <= levelsWithSiblings) {
      const earlier = siblingsOf(element, 'previousElementSibling', 3).toReversed();
      before.push(...earlier.filter(isNew).flatMap((sibling) => subtree(sibling, depth, 4, 12)));
      const later = siblingsOf(element, 'nextElementSibling', 2);
      after.unshift(...later.filter(isNew).flatMap((sibling) => subtree(sibling, depth, 2, 6)));
    }
    told.add(element);
    before.push({ depth, element });
  }
  return { before, after, depth: path.length };
}

function more(depth: number, count: number): OutlineLine {
  return { depth, remark: `… ${count} more` };
}
