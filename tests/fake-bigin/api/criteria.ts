import { invalidParameter } from './error';

export type Criterion =
  | { kind: 'and' | 'or'; left: Criterion; right: Criterion }
  | { kind: 'field'; field: string; operator: 'equals' | 'starts_with' | 'in'; values: string[] };

/**
 * Reads `(Field:equals:value)`, `((…)and(…))`, `((…)or(…))`. In a value, `\` before a comma, bracket or
 * backslash takes it as it is.
 */
export function parseCriteria(text: string): Criterion {
  let at = 0;
  const criterion = group();
  if (at !== text.length) throw refused();
  return criterion;

  function group(): Criterion {
    expect('(');
    const parsed = text[at] === '(' ? combination() : condition();
    expect(')');
    return parsed;
  }

  function combination(): Criterion {
    let left = group();
    for (let word = joiner(); word; word = joiner()) left = { kind: word, left, right: group() };
    return left;
  }

  function joiner(): 'and' | 'or' | undefined {
    const [, word] = /^\s*(and|or)\s*/.exec(text.slice(at)) ?? [];
    if (word !== 'and' && word !== 'or') return undefined;
    at += /^\s*(and|or)\s*/.exec(text.slice(at))?.[0].length ?? 0;
    return word;
  }

  function condition(): Criterion {
    const match = /^([A-Za-z]\w*):(equals|starts_with|in):/.exec(text.slice(at));
    const [whole, field, operator] = match ?? [];
    if (!whole || !field || (operator !== 'equals' && operator !== 'starts_with' && operator !== 'in')) {
      throw refused();
    }
    at += whole.length;
    const values = [''];
    for (; at < text.length && text[at] !== ')'; at++) {
      if (text[at] === ',' && operator === 'in') values.push('');
      else {
        if (text[at] === '\\') at++;
        if (text[at] === '(' && text[at - 1] !== '\\') throw refused();
        values.push((values.pop() ?? '') + (text[at] ?? ''));
      }
    }
    return { kind: 'field', field, operator, values };
  }

  function expect(character: string): void {
    if (text[at] !== character) throw refused();
    at++;
  }
}

export function fieldsOf(criterion: Criterion): string[] {
  return criterion.kind === 'field'
    ? [criterion.field]
    : [...fieldsOf(criterion.left), ...fieldsOf(criterion.right)];
}

/** `valuesOf` gives a field's values as text: several for a field such as Tag. Case does not count. */
export function meets(criterion: Criterion, valuesOf: (field: string) => string[]): boolean {
  if (criterion.kind !== 'field') {
    const sides = [criterion.left, criterion.right];
    const isMet = (side: Criterion) => meets(side, valuesOf);
    return criterion.kind === 'and' ? sides.every(isMet) : sides.some(isMet);
  }
  const wanted = criterion.values.map((value) => value.toLowerCase());
  return valuesOf(criterion.field).some((value) =>
    criterion.operator === 'starts_with'
      ? value.toLowerCase().startsWith(wanted[0] ?? '')
      : wanted.includes(value.toLowerCase()),
  );
}

const refused = () => invalidParameter('criteria', 'invalid query formed');
