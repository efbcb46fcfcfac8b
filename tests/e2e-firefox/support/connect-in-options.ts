import type { Extension } from './extension';
import { says } from './screen';

/** Connects an organization in the options, by hand. */
export async function connectInOptions(extension: Extension): Promise<void> {
  const options = await extension.setUp();
  await extension.connect(options, 'Connect');
  await says(options, 'Connected Zylker Trading');
}
