import { useCallback, useEffect, useRef, useState } from 'react';
import type { DraftChoice } from '@/lib/browser/draft';
import { chooseParameter, linkParameter } from './parameters';
import { useDraft } from './useDraft';

interface ChoiceOf {
  tabId: number;
  /** The selection that tags are chosen for, and all of the tab's. */
  key: string;
  keys: readonly string[];
  /** Tags that are chosen from the start, unless the user has chosen before. */
  first: readonly string[];
}

/** The selections whose choice the user has changed, or brought along, since this page opened. */
const changed = new Set<string>();

/** The tags chosen for a selection, and what their list is filtered by: kept for when the popup opens again. */
export function useChoice({ tabId, key, keys, first }: ChoiceOf) {
  const { read, change } = useDraft(tabId);
  const [before] = useState(() => {
    const draft = read()?.choices.find((choice) => choice.key === key);
    // What the popup was opened to remove is chosen, until the user chooses otherwise.
    const asked = changed.has(key) ? [] : chooseParameter();
    return asked.length > 0 ? { tagNames: asked, filter: '' } : (draft ?? { tagNames: first, filter: '' });
  });
  const [picked, setPicked] = useState<ReadonlySet<string>>(() => new Set(before.tagNames));
  const [filter, setFilter] = useState(before.filter);

  const others = useRef(keys);
  useEffect(() => {
    const isOf = isWantedWith(others.current);
    if (read()?.choices.every(isOf) === false) change(({ choices }) => ({ choices: choices.filter(isOf) }));
  }, [read, change]);

  // Of a page that follows the selection, the choice goes along from one to the next.
  const known = useRef({ key, picked, filter });
  useEffect(() => {
    const last = known.current;
    known.current = { key, picked, filter };
    if (last.key !== key) changed.add(key);
    const isSame = last.picked === picked && last.filter === filter;
    if (isSame && (last.key === key || (picked.size === 0 && filter === ''))) return;
    changed.add(key);
    const choice = { key, tagNames: [...picked], filter };
    change(({ choices }) => ({
      choices: [...choices.filter((other) => other.key !== key).filter(isWantedWith(keys)), choice],
    }));
  }, [picked, filter, key, keys, change]);

  const choose = useCallback(
    (names: readonly string[], isChosen: boolean) =>
      setPicked((old) => {
        const after = new Set(old);
        for (const name of names) {
          if (isChosen) after.add(name);
          else after.delete(name);
        }
        return after;
      }),
    [],
  );
  /** The choice was acted on. */
  const forget = () => change(({ choices }) => ({ choices: choices.filter((choice) => choice.key !== key) }));
  return { picked, filter, setFilter, choose, forget };
}

/**
 * What was chosen for another selection of the tab is not wanted back with it. A link's record is none of them: what
 * was chosen for the page's selection waits until the popup opens for that again.
 */
function isWantedWith(keys: readonly string[]): (choice: DraftChoice) => boolean {
  return ({ key }) => linkParameter() !== undefined || keys.includes(key);
}
