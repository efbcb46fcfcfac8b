/**
 * A record id: 15 to 19 digits, always a string, since 19 digits are beyond what a number holds exactly.
 * Source: recorded responses (19 digits); older organizations have shorter ones.
 */
export type RecordId = string;

const recordId = /^\d{15,19}$/;

/** All but the last twelve digits of a record id are the organization's own (source: recorded ids). */
export function orgPrefix(id: RecordId): string {
  return id.slice(0, -12);
}

export function isRecordId(text: string): text is RecordId {
  return recordId.test(text);
}
