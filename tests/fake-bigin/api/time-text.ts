/** A time as Bigin writes it: seconds, and an offset in place of Z. */
export const timeText = (at: number) => `${new Date(at).toISOString().slice(0, 19)}+00:00`;
