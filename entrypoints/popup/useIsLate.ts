import { useEffect, useState } from 'react';

/** Milliseconds since the popup opened in which an answer counts as quick: nothing stands in for it until then. */
const patience = 150;

/** Whether what is awaited takes longer than an eye takes to see that it is not there. */
export function useIsLate(): boolean {
  const [isLate, setIsLate] = useState(() => performance.now() >= patience);
  useEffect(() => {
    if (isLate) return undefined;
    const timer = setTimeout(() => setIsLate(true), patience - performance.now());
    return () => clearTimeout(timer);
  }, [isLate]);
  return isLate;
}
