import { buildOrg } from './build-org';
import { perModule } from './modules';
import { orgPlans } from './org-plans';
import { seededRandom } from './random';
import type { BiginRecord, Org } from './types';

/** What was made last: making thousands of records takes longer than what most tests do with them. */
let made: { seed: number; orgs: Org[] } | undefined;

/** All orgs as they are at the start. They are the caller's own, to be changed at will. */
export function firstOrgs(seed: number): Org[] {
  if (made?.seed !== seed) {
    const random = seededRandom(seed);
    made = { seed, orgs: orgPlans.map((plan) => buildOrg(plan, random)) };
  }
  return made.orgs.map(copyOrg);
}

function copyOrg(org: Org): Org {
  return {
    ...org,
    labels: { ...org.labels },
    forbiddenModules: new Set(org.forbiddenModules),
    tags: perModule((module) => org.tags[module].map((tag) => ({ ...tag }))),
    records: perModule((module) => org.records[module].map(copyRecord)),
    views: perModule((module) => [...org.views[module]]),
  };
}

function copyRecord(record: BiginRecord): BiginRecord {
  return { ...record, tags: [...record.tags], fields: { ...record.fields } };
}
