import type { Job } from '../../job';

/** Most characters that the tags take in a file's name. */
const tagsLimit = 60;

/**
 * What an exported account is called: `untag-2026-11-25-Contacts-VIP.csv`, with the day in the user's own time.
 * Of the tags only letters and digits are left, of any script, so that every system takes the name.
 */
export function exportFileName(job: Job, extension: 'csv' | 'json'): string {
  const undo = job.kind === 'undo' ? 'undo' : '';
  const parts = ['untag', dayOf(job.createdAt), job.module, safe(job.tagNames), undo];
  return `${parts.filter(Boolean).join('-')}.${extension}`;
}

function safe(tagNames: readonly string[]): string {
  const words = tagNames.join('-').replace(/[^\p{L}\p{M}\p{N}]+/gu, '-');
  return Array.from(words).slice(0, tagsLimit).join('').replace(/^-|-$/g, '');
}

function dayOf(time: number): string {
  const date = new Date(time);
  const twoDigits = (number: number) => String(number).padStart(2, '0');
  return [date.getFullYear(), twoDigits(date.getMonth() + 1), twoDigits(date.getDate())].join('-');
}
