const mark =
  'replaceTraps((oldTraps) => ({\n    ...oldTraps,\n    get(target, prop, receiver) {\n        if (isIteratorProp(';

/**
 * Lets the bundler leave out how idb has cursors iterated (`for await`), which is not used here: 0.3 kB gzipped. It is
 * added to what idb does by a call whose result nobody needs, which the bundler does not take away unasked.
 */
export function withoutCursorIteration() {
  return {
    name: 'without-cursor-iteration',
    apply: 'build' as const,
    transform(code: string, id: string) {
      if (!id.endsWith('/idb/build/index.js')) return undefined;
      if (!code.includes(mark)) throw new Error('idb adds the iteration of cursors in another way now');
      return { code: code.replace(mark, `/*@__PURE__*/ ${mark}`), map: null };
    },
  };
}
