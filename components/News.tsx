import { createContext, use, useEffect, useState, type ReactNode } from 'react';

const NewsContext = createContext<(text: string) => void>(() => {});

/**
 * Reads out what the views below have to tell. It is there before them, and stays while they change: a screen reader
 * tells what comes into what it knows.
 */
export function News({ children }: { children: ReactNode }) {
  const [text, tell] = useState('');
  return (
    <NewsContext value={tell}>
      <p aria-live="polite" className="visually-hidden">
        {text}
      </p>
      {children}
    </NewsContext>
  );
}

/** Has a text read out once it has stood so many milliseconds; what has changed by then is not told. */
export function useNews(text: string | undefined, patience = 0): void {
  const tell = use(NewsContext);
  useEffect(() => {
    if (!text) return undefined;
    const timer = setTimeout(() => tell(text), patience);
    return () => {
      clearTimeout(timer);
      tell('');
    };
  }, [text, patience, tell]);
}
