/** Milliseconds that a page may take to answer: longer, and it is busy or stuck. */
const timeout = 5_000;

/** The answer of a page; throws a `TooLateError` where it does not come in time. */
export async function inTime<T>(answer: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TooLateError()), timeout);
  });
  try {
    return await Promise.race([answer, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

export class TooLateError extends Error {
  override readonly name = 'TooLateError';
}
