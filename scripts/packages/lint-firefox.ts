import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import * as z from 'zod';
import { root } from '../run-command';
import { packagePaths } from './package-paths';

const linter = join(root, 'node_modules/addons-linter/bin/addons-linter');

const message = z.object({
  _type: z.string(),
  code: z.string(),
  file: z.optional(z.string()),
  line: z.nullish(z.int()),
  description: z.string(),
});

const report = z.object({
  // That it looked at anything.
  metadata: z.object({ totalScannedFileSize: z.int().positive() }),
  errors: z.array(message),
  warnings: z.array(message),
  notices: z.array(message),
});

/** What the linter of Mozilla's store says of a package of the extension, be it an error, a warning or a notice. */
export function lintFirefox(path: string = packagePaths.firefox): string[] {
  const { stdout, stderr } = spawnSync(process.execPath, [linter, '--output', 'json', path], {
    encoding: 'utf8',
    maxBuffer: 64 * 2 ** 20,
  });
  const { success, data } = report.safeParse(parseJson(stdout));
  if (!success) return [`The linter gave no report: ${stderr || stdout}`];
  return [...data.errors, ...data.warnings, ...data.notices].map(
    ({ _type, code, file, line, description }) =>
      `${_type} ${code} in ${[file, line].filter((part) => part != null).join(':')}: ${description}`,
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
