import * as z from 'zod';

const advisory = z.object({ title: z.string(), url: z.string(), severity: z.string() });

/** What `npm audit --json` answers; `via` names an advisory, or the package through which another's concerns this one. */
const reportSchema = z.object({
  vulnerabilities: z.record(z.string(), z.object({ via: z.array(z.union([z.string(), advisory])) })),
});

/** What it answers where the registry took the question for none that it knows. */
const refusalSchema = z.object({ statusCode: z.int(), message: z.string() });

/** Not found, method not allowed, gone, not implemented: a mirror without advisories. */
const notOffered = new Set([404, 405, 410, 501]);

export type Verdict =
  | {
      kind: 'audited';
      /** Advisories of packages that ship. */
      shipped: string[];
      /** Names of the others that have any: tools, which reach no user. */
      others: string[];
    }
  | { kind: 'notOffered'; reason: string }
  | { kind: 'failed'; reason: string };

/** What an audit's report says of the packages that ship. */
export function verdictOf(output: string, ships: ReadonlySet<string>): Verdict {
  const content = parseJson(output);
  const report = reportSchema.safeParse(content).data;
  if (report) return audited(report, ships);
  const refusal = refusalSchema.safeParse(content).data;
  if (refusal && notOffered.has(refusal.statusCode)) return { kind: 'notOffered', reason: refusal.message };
  return { kind: 'failed', reason: refusal?.message ?? output.slice(0, 1000) };
}

function audited({ vulnerabilities }: z.infer<typeof reportSchema>, ships: ReadonlySet<string>): Verdict {
  const own = Object.entries(vulnerabilities).map(([name, { via }]) => ({
    name,
    advisories: via.filter((cause) => typeof cause !== 'string'),
  }));
  const affected = own.filter(({ advisories }) => advisories.length > 0);
  return {
    kind: 'audited',
    shipped: affected
      .filter(({ name }) => ships.has(name))
      .flatMap(({ name, advisories }) =>
        advisories.map(({ title, url, severity }) => `${name}: ${title} (${severity}), ${url}`),
      ),
    others: affected.map(({ name }) => name).filter((name) => !ships.has(name)),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
