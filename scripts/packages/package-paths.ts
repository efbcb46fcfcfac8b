import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { root } from '../run-command';

const { name, version } = z
  .object({ name: z.string(), version: z.string() })
  .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));

const packageNamed = (what: string) => join(root, '.output', `${name}-${version}-${what}.zip`);

/** Where `npm run zip` leaves what each store takes. */
export const packagePaths = {
  chrome: packageNamed('chrome'),
  edge: packageNamed('edge'),
  firefox: packageNamed('firefox'),
  firefoxSources: packageNamed('sources'),
};
