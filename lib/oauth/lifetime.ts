/** What an access token lives where Zoho does not say otherwise, and the longest that is believed, in seconds. */
const hour = 3600;
const day = 24 * hour;

/** The seconds that an access token lives, by an answer's `expires_in`, which may be anything. */
export function lifetimeOf(told: unknown): number {
  const seconds = Number(told);
  return seconds > 0 && seconds <= day ? seconds : hour;
}
