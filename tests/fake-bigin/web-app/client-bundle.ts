import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export interface ClientBundle {
  script: string;
  style: string;
}

let bundle: Promise<ClientBundle> | undefined;

/** Bundled once a process, in memory: nothing is written, and there is no build step to forget. */
export function clientBundle(): Promise<ClientBundle> {
  bundle ??= bundleClient();
  return bundle;
}

async function bundleClient(): Promise<ClientBundle> {
  const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
  const { outputFiles } = await build({
    entryPoints: [here('./client/app.ts'), here('./client/styles/app.css')],
    outdir: here('./out'),
    bundle: true,
    write: false,
    format: 'esm',
    target: ['chrome120', 'firefox121'],
    entryNames: '[ext]/[name]',
    logLevel: 'silent',
  });
  const textOf = (ending: string) => {
    const file = outputFiles.find(({ path }) => path.endsWith(ending));
    if (!file) throw new Error(`esbuild made no ${ending} file of the web app's client`);
    return file.text;
  };
  return { script: textOf('.js'), style: textOf('.css') };
}
