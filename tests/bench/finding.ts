/** What a bench found. */
export interface Finding {
  what: string;
  /** The figure with its unit and its spread. */
  figure: string;
  /** What it must not exceed; empty where it is only told. */
  limit: string;
  isWithin: boolean;
}
