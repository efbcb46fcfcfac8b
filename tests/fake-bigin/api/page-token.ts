import { invalidParameter } from './error';
import type { Page } from './paging';

/** What a page token stands for: a place in one listing, with the page size it was made with. */
export interface Place extends Page {
  module: string;
  zgid: string;
  cvid: string | null;
  sortBy: string;
  sortOrder: string;
  expires: number;
}

export const writePageToken = (place: Place) => Buffer.from(JSON.stringify(place)).toString('base64url');

export function readPageToken(text: string, now: number, zgid: string, module: string): Place {
  try {
    const place = JSON.parse(Buffer.from(text, 'base64url').toString()) as Place;
    if (place.zgid === zgid && place.module === module && place.expires > now) return place;
  } catch {
    // Not a token of ours: refused below.
  }
  throw invalidParameter('page_token', 'invalid page_token');
}
