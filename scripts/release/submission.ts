import { join } from 'node:path';
import project from '../../package.json' with { type: 'json' };

interface Store {
  id: string;
  name: string;
  /** Environment variables that publish-browser-extension reads, all of which it needs. */
  secrets: readonly string[];
  /** Arguments that choose the store and say what to submit. */
  args: readonly string[];
}

/** What `npm run zip` has left. The name is put together anew: this runs without the packages that the build needs. */
const zip = (what: string) =>
  join(import.meta.dirname, '../../.output', `${project.name}-${project.version}-${what}.zip`);

const stores: readonly Store[] = [
  {
    id: 'chrome',
    name: 'Chrome Web Store',
    secrets: [
      'CHROME_EXTENSION_ID',
      'CHROME_PUBLISHER_ID',
      'CHROME_SERVICE_ACCOUNT_CLIENT_EMAIL',
      'CHROME_SERVICE_ACCOUNT_PRIVATE_KEY',
    ],
    // Unless it is told so, the tool speaks version 1.1, which Google supported until 15 October 2026.
    args: ['--chrome-api-version', 'v2', '--chrome-zip', zip('chrome')],
  },
  {
    id: 'firefox',
    name: 'Firefox Add-ons',
    secrets: ['FIREFOX_EXTENSION_ID', 'FIREFOX_JWT_ISSUER', 'FIREFOX_JWT_SECRET'],
    args: ['--firefox-zip', zip('firefox'), '--firefox-sources-zip', zip('sources')],
  },
  {
    id: 'edge',
    name: 'Edge Add-ons',
    secrets: ['EDGE_PRODUCT_ID', 'EDGE_CLIENT_ID', 'EDGE_API_KEY'],
    args: ['--edge-zip', zip('edge')],
  },
];

export interface Submission {
  /** Arguments of publish-extension; none where there is no store to submit to. */
  args: string[];
  /** Stores that have no secrets. */
  leftOut: string[];
}

/**
 * To which stores to submit: those whose secrets are set; of one that STORE names, to no other. Throws where a store has
 * some of its secrets and not all.
 */
export function submissionOf(environment: Readonly<Record<string, string | undefined>>): Submission {
  const only = environment['STORE'];
  const asked = stores.filter(({ id }) => !only || id === only);
  if (asked.length === 0) {
    throw new Error(`STORE is ${only}, and not one of ${stores.map(({ id }) => id).join(', ')}`);
  }
  // A secret that a workflow does not have is an empty text there.
  const isSet = (secret: string) => Boolean(environment[secret]);
  for (const { name, secrets } of asked) {
    const missing = secrets.filter((secret) => !isSet(secret));
    if (missing.length > 0 && missing.length < secrets.length) {
      throw new Error(`For ${name}, ${missing.join(' and ')} must be set, too`);
    }
  }
  const chosen = asked.filter(({ secrets }) => secrets.every(isSet));
  return {
    args: chosen.flatMap(({ args }) => args),
    leftOut: asked.filter((store) => !chosen.includes(store)).map(({ name }) => name),
  };
}
