/** Whether `launchWebAuthFlow` failed because another sign-in is open: Chromium has one "at a time" (source: its binary). */
export function isAnotherOpen(error: unknown): boolean {
  return error instanceof Error && error.message.includes('at a time');
}
