/** What a bundler is about to write. */
type Bundle = Record<string, { type: 'chunk' | 'asset'; source?: string | Uint8Array }>;

const file = /\/([^/"]+)-[\w-]{8}\.(?:js|css)"/;
const sheets = /^[ \t]*<link rel="stylesheet"[^>]*>\n/gm;
const scripts = /<link rel="modulepreload"[^>]*>/g;

/**
 * Puts the style sheets of each page into the order of the scripts that they belong to. Vite gives those that pages
 * share in an order that hangs on which page was worked on first, so that no two builds need be alike byte by byte.
 */
export function styleOrder() {
  return {
    name: 'style-order',
    apply: 'build' as const,
    generateBundle: {
      order: 'post' as const,
      handler(_: unknown, bundle: Bundle) {
        for (const [name, asset] of Object.entries(bundle)) {
          if (name.endsWith('.html')) asset.source = inOrderOfScripts(String(asset.source));
        }
      },
    },
  };
}

/** A page whose sheets are in the order of its scripts; its own, which no script is loaded ahead for, are last. */
export function inOrderOfScripts(html: string): string {
  const names = [...html.matchAll(scripts)].map(([tag]) => nameIn(tag));
  const placeOf = (tag: string) => {
    const place = names.indexOf(nameIn(tag));
    return place === -1 ? names.length : place;
  };
  const sorted = (html.match(sheets) ?? []).toSorted((a, b) => placeOf(a) - placeOf(b));
  return html.replace(sheets, () => sorted.shift() ?? '');
}

function nameIn(tag: string): string | undefined {
  return file.exec(tag)?.[1];
}
