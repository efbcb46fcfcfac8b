import { useEffect, useState } from 'react';

/** Milliseconds for which it is said that a text was copied: later, the clipboard may hold something else. */
const saidFor = 4_000;

/**
 * Copies a text, and tells for a while whether it could be; the last answer goes first, so that the same one is read out
 * anew.
 */
export function useCopy(write: (text: string) => Promise<void>) {
  const [isCopied, setIsCopied] = useState<boolean>();
  useEffect(() => {
    if (!isCopied) return undefined;
    const timer = setTimeout(() => setIsCopied(undefined), saidFor);
    return () => clearTimeout(timer);
  }, [isCopied]);
  const copy = async (text: string) => {
    setIsCopied(undefined);
    await write(text).then(
      () => setIsCopied(true),
      () => setIsCopied(false),
    );
  };
  return { isCopied, copy };
}
