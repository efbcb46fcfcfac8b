import * as z from '@/lib/zod';
import { dataCenterIds } from '@/lib/bigin/data-centers';
import type { Problem } from '@/lib/problem';
import { problemSchema } from '@/lib/problem-schema';
import { signInItem } from './stored-items';

export const signInPageSchema = z.object({ dataCenter: z.enum(dataCenterIds), org: z.string() });

/** The page that a sign-in is for. */
export type SignInPage = z.infer<typeof signInPageSchema>;

/** How a sign-in stands, for whoever asked for it. */
export interface SignInState {
  connecting: boolean;
  /** Why the last one failed, for ten minutes: a popup is gone by then, and tells when it is opened again. */
  problem?: Problem;
}

const storedSchema = z.union([
  z.object({ kind: z.enum(['running']), page: z.optional(signInPageSchema) }),
  z.object({
    kind: z.enum(['failed']),
    page: z.optional(signInPageSchema),
    problem: problemSchema,
    /** Milliseconds since 1970. */
    at: z.number(),
  }),
]);

export type StoredSignIn = z.infer<typeof storedSchema>;

/** The sign-in that was begun last, until it has succeeded. */
export async function readSignIn(): Promise<StoredSignIn | undefined> {
  return z.safeParse(storedSchema, await signInItem.getValue()).data;
}

export async function saveSignIn(signIn: StoredSignIn): Promise<void> {
  await signInItem.setValue(signIn);
}

/** Forgets why a sign-in failed, where that has been mended without another one. */
export async function forgetFailedSignIn(isMended: (problem: Problem) => boolean): Promise<void> {
  const stored = await readSignIn();
  if (stored?.kind === 'failed' && isMended(stored.problem)) await forgetSignIn();
}

export async function forgetSignIn(): Promise<void> {
  await signInItem.removeValue();
}
