/** Where the user was in a list, kept with the entry of the browser's history: back returns there. */
export interface PlaceInList {
  page: number;
  perPage: number;
  scrolled: number;
}

const start: PlaceInList = { page: 1, perPage: 50, scrolled: 0 };

export function placeInList(): PlaceInList {
  return { ...start, ...(history.state as Partial<PlaceInList> | null) };
}

export function keepPlaceInList(place: PlaceInList): void {
  history.replaceState(place, '');
}
