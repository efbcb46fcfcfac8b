import type { Clock } from '../clock';

const day = 86_400_000;

/** What each org has spent in the last 24 hours. */
export class Credits {
  private spendings: { zgid: string; at: number; credits: number }[] = [];

  constructor(private readonly clock: Clock) {}

  spend(zgid: string, credits: number): void {
    this.spendings.push({ zgid, at: this.clock.now(), credits });
  }

  spent(zgid: string): number {
    const since = this.clock.now() - day;
    this.spendings = this.spendings.filter((entry) => entry.at > since);
    return this.spendings
      .filter((entry) => entry.zgid === zgid)
      .reduce((sum, entry) => sum + entry.credits, 0);
  }

  reset(): void {
    this.spendings = [];
  }
}
