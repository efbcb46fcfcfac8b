/** Resolves as soon as something is so: what is waited for here may last a few milliseconds only. */
export async function until(isSo: () => boolean, patience = 20_000): Promise<void> {
  const end = Date.now() + patience;
  while (!isSo()) {
    if (Date.now() > end) throw new Error('What was waited for did not happen');
    await new Promise((resolve) => void setTimeout(resolve, 2));
  }
}
