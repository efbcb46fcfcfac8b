import * as z from '@/lib/zod';
import { lengthOf, nameSchema, orgSchema } from '@/lib/schemas';
import type { BiginClient } from '../client';
import { orgScope } from '../scopes';
import { UnreadableAnswerError } from '../errors/unreadable-answer-error';

const orgAnswer = z.object({
  org: z.array(z.object({ id: z.string(), company_name: nameSchema, domain_name: orgSchema }), lengthOf(1)),
});

export interface Org {
  id: string;
  /** The organization's name, as its users know it. */
  name: string;
  /** `org` and digits: the same word that the web app's URLs carry, so a tab and a token can be matched. */
  domain: string;
}

/** `GET /org`: the one organization that the token belongs to (source: recorded response). */
export async function readOrg(client: BiginClient): Promise<Org> {
  const answer = await client.request({ method: 'GET', scope: orgScope, path: 'org' }, orgAnswer);
  const org = answer?.org[0];
  if (!org) throw new UnreadableAnswerError(204);
  return { id: org.id, name: org.company_name, domain: org.domain_name };
}
