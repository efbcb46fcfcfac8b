/** React's own, in its client for browsers; `key` is the value of `dangerouslySetInnerHTML`. */
const assignments = /\b\w+\.innerHTML = (?:"<script>\\x3c\/script>"|key)/g;

const refusal = `(function () { throw Error("This extension makes no HTML from strings") })()`;

/** Every way by which a page makes elements of a string. */
const waysIn =
  /\.(?:inner|outer)HTML\s*[+?&|]*=(?!=)|\.(?:insertAdjacentHTML|setHTMLUnsafe|parseHTMLUnsafe|parseFromString|createContextualFragment|writeln)\(|\bdocument\.write\(|(?<![=!])[=[]\s*(["'`])(?:inner|outer)HTML\1(?!\s*[:=])|srcdoc/i;

/**
 * React can set `innerHTML`: where a component asks for `dangerouslySetInnerHTML`, and to draw a `<script>`. Nothing here
 * does either, so those three places throw in what is built, and no mistake of ours can reach them. Mozilla's linter
 * warns of each. A build that could still make HTML of a string fails.
 */
export function noHtmlFromStrings() {
  return {
    name: 'no-html-from-strings',
    apply: 'build' as const,
    transform(code: string, id: string) {
      if (!/\/node_modules\/react-dom\//.test(id)) return undefined;
      return { code: code.replace(assignments, refusal), map: null };
    },
    generateBundle(_: unknown, files: Record<string, { type: string; fileName: string; code?: string }>) {
      for (const { fileName, code } of Object.values(files)) {
        const found = code && waysIn.exec(code);
        if (found) throw new Error(`${fileName} makes HTML from a string: ${found[0]}`);
      }
    },
  };
}
