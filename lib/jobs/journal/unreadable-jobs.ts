import * as z from '@/lib/zod';
import type { Database } from '@/lib/database';
import { jobSchema } from '../job-schema';

/** How many jobs of the journal this version cannot read: they are passed over everywhere, and stay as they are. */
export async function countUnreadableJobs(database: Database): Promise<number> {
  const stored = await database.getAll('jobs');
  return stored.filter((job) => !z.safeParse(jobSchema, job).success).length;
}
