import { packagePaths } from '../packages/package-paths';

interface Store {
  name: string;
  /** Environment variables that publish-browser-extension reads, all of which it needs. */
  secrets: readonly string[];
  /** Arguments that choose the store and say what to submit. */
  packages: readonly string[];
}

const stores: readonly Store[] = [
  {
    name: 'Chrome Web Store',
    secrets: ['CHROME_EXTENSION_ID', 'CHROME_CLIENT_ID', 'CHROME_CLIENT_SECRET', 'CHROME_REFRESH_TOKEN'],
    packages: ['--chrome-zip', packagePaths.chrome],
  },
  {
    name: 'Firefox Add-ons',
    secrets: ['FIREFOX_EXTENSION_ID', 'FIREFOX_JWT_ISSUER', 'FIREFOX_JWT_SECRET'],
    packages: ['--firefox-zip', packagePaths.firefox, '--firefox-sources-zip', packagePaths.firefoxSources],
  },
  {
    name: 'Edge Add-ons',
    secrets: ['EDGE_PRODUCT_ID', 'EDGE_CLIENT_ID', 'EDGE_API_KEY'],
    packages: ['--edge-zip', packagePaths.edge],
  },
];

export interface Submission {
  /** Arguments of `wxt submit`; none where there is no store to submit to. */
  args: string[];
  /** Stores that have no secrets. */
  leftOut: string[];
}

/** To which stores to submit: those whose secrets are set. Throws where a store has some of its secrets and not all. */
export function submissionOf(environment: Readonly<Record<string, string | undefined>>): Submission {
  // A secret that a workflow does not have is an empty text there.
  const isSet = (secret: string) => Boolean(environment[secret]);
  for (const { name, secrets } of stores) {
    const missing = secrets.filter((secret) => !isSet(secret));
    if (missing.length > 0 && missing.length < secrets.length) {
      throw new Error(`For ${name}, ${missing.join(' and ')} must be set, too`);
    }
  }
  const chosen = stores.filter(({ secrets }) => secrets.every(isSet));
  return {
    args: chosen.flatMap(({ packages }) => packages),
    leftOut: stores.filter((store) => !chosen.includes(store)).map(({ name }) => name),
  };
}
