import { randomUUID } from 'node:crypto';

/** Who is signed in, per accounts server. */
export class Sessions {
  private emails = new Map<string, string>();
  private readonly tickets = new Map<string, string>();

  start(host: string, email: string): string {
    const id = randomUUID();
    this.emails.set(`${host}/${id}`, email);
    return id;
  }

  email(host: string, id: string | undefined): string | undefined {
    return id === undefined ? undefined : this.emails.get(`${host}/${id}`);
  }

  end(host: string, id: string | undefined): void {
    this.emails.delete(`${host}/${id ?? ''}`);
  }

  /** What carries a new session to the user's own accounts server, once. */
  issueTicket(email: string): string {
    const ticket = randomUUID();
    this.tickets.set(ticket, email);
    return ticket;
  }

  takeTicket(ticket: string): string | undefined {
    const email = this.tickets.get(ticket);
    this.tickets.delete(ticket);
    return email;
  }

  keep(): Map<string, string> {
    return new Map(this.emails);
  }

  /** As it was when it was kept. */
  restore(kept: ReadonlyMap<string, string>): void {
    this.emails = new Map(kept);
  }

  reset(): void {
    this.emails.clear();
    this.tickets.clear();
  }
}
