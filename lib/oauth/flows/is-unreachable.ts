/**
 * Whether `launchWebAuthFlow` failed because Zoho's page did not answer: Chromium then says that it "could not
 * be loaded". Any other failure means that the user closed the window, or would have had to be asked.
 */
export function isUnreachable(error: unknown): boolean {
  return error instanceof Error && /load/i.test(error.message);
}
