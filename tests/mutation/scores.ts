import * as z from 'zod';

/** What is read of Stryker's report, which is in the format of mutation-testing-elements. */
export const mutationReportSchema = z.object({
  files: z.record(z.string(), z.object({ mutants: z.array(z.object({ status: z.string() })) })),
});

export type MutationReport = z.infer<typeof mutationReportSchema>;

export interface Score {
  folder: string;
  files: number;
  /** Mutants that a test could notice. */
  mutants: number;
  noticed: number;
  /** Of a hundred mutants. */
  score: number;
}

/** Statuses of mutants that a test noticed, and of those that none did; others say nothing of the tests. */
const noticed = new Set(['Killed', 'Timeout']);
const unnoticed = new Set(['Survived', 'NoCoverage']);

/** How many of a folder's mutants the tests noticed. */
export function scoreOf(folder: string, { files }: MutationReport): Score {
  const inFolder = Object.entries(files).filter(([path]) => path.startsWith(`${folder}/`));
  const mutants = inFolder.flatMap(([, file]) => file.mutants);
  const count = (statuses: ReadonlySet<string>) =>
    mutants.filter(({ status }) => statuses.has(status)).length;
  const all = count(noticed) + count(unnoticed);
  const score = all === 0 ? 0 : (100 * count(noticed)) / all;
  return { folder, files: inFolder.length, mutants: all, noticed: count(noticed), score };
}

/** The report without files that are no more; throws where one is missing in it, since its mutants were not tried. */
export function ofFiles({ files }: MutationReport, paths: readonly string[]): MutationReport {
  const missing = paths.filter((path) => !(path in files));
  if (missing.length > 0) throw new Error(`never tried: ${missing.join(', ')}`);
  return { files: Object.fromEntries(Object.entries(files).filter(([path]) => paths.includes(path))) };
}
