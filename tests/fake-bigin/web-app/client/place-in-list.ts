/** Where the user was in a list, kept with the entry of the browser's history: back returns there. */
export interface PlaceInList {
  /** The view; null: the first. */
  cvid: string | null;
  page: number;
  perPage: number;
  scrolled: number;
}

const start: Omit<PlaceInList, 'cvid'> = { page: 1, perPage: 50, scrolled: 0 };

/** `cvid`: the view that the address names. */
export function placeInList(cvid: string | null): PlaceInList {
  return { ...start, cvid, ...(history.state as Partial<PlaceInList> | null) };
}

export function keepPlaceInList(place: PlaceInList): void {
  history.replaceState(place, '');
}
