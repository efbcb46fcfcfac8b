import { ApiError } from './error';

export interface CoqlQuery {
  columns: string[];
  module: string;
  conditions: { field: string; values: string[] }[];
  order: 'asc' | 'desc';
  limit: number;
  offset: number;
}

/**
 * Reads `select a, b from Module where id in ('1','2') [and …] [order by id asc|desc]
 * [limit n [offset m] | limit m, n]`: the part of COQL that reads records by id or by tag.
 */
export function parseCoql(text: string): CoqlQuery {
  const tokens = tokenize(text);
  let at = 0;

  word('select');
  const columns = [name()];
  while (accept(',')) columns.push(name());
  word('from');
  const module = name();
  word('where');
  const conditions = [condition()];
  while (acceptWord('and')) conditions.push(condition());
  let order: CoqlQuery['order'] = 'asc';
  if (acceptWord('order')) {
    word('by');
    word('id');
    if (acceptWord('desc')) order = 'desc';
    else acceptWord('asc');
  }
  let limit = 200;
  let offset = 0;
  if (acceptWord('limit')) {
    limit = number();
    if (accept(',')) {
      offset = limit;
      limit = number();
    } else if (acceptWord('offset')) {
      offset = number();
    }
  }
  if (at < tokens.length) throw syntaxError(tokens[at] ?? '');
  return { columns, module, conditions, order, limit, offset };

  function condition(): CoqlQuery['conditions'][number] {
    if (accept('(')) {
      const inner = condition();
      expect(')');
      return inner;
    }
    const field = name();
    if (accept('=')) return { field, values: [value()] };
    word('in');
    expect('(');
    const values = [value()];
    while (accept(',')) values.push(value());
    expect(')');
    return { field, values };
  }

  function value(): string {
    const token = take();
    if (/^\d+$/.test(token)) return token;
    if (!token.startsWith("'")) throw syntaxError(token);
    return token.slice(1, -1).replace(/\\(.)/g, '$1');
  }

  function number(): number {
    const token = take();
    if (!/^\d{1,9}$/.test(token)) throw syntaxError(token);
    return Number(token);
  }

  function name(): string {
    const token = take();
    if (!/^[A-Za-z]\w*$/.test(token)) throw syntaxError(token);
    return token;
  }

  function word(expected: string): void {
    if (!acceptWord(expected)) throw syntaxError(tokens[at] ?? expected);
  }

  function acceptWord(expected: string): boolean {
    if (tokens[at]?.toLowerCase() !== expected) return false;
    at++;
    return true;
  }

  function expect(symbol: string): void {
    if (!accept(symbol)) throw syntaxError(tokens[at] ?? symbol);
  }

  function accept(symbol: string): boolean {
    if (tokens[at] !== symbol) return false;
    at++;
    return true;
  }

  function take(): string {
    const token = tokens[at++];
    if (token === undefined) throw syntaxError('end of query');
    return token;
  }
}

function tokenize(text: string): string[] {
  const token = /\s*('(?:[^'\\]|\\.)*'|\d+|[A-Za-z]\w*|[(),=])/y;
  const tokens: string[] = [];
  const trimmed = text.trimEnd();
  while (token.lastIndex < trimmed.length) {
    const from = token.lastIndex;
    const [, found] = token.exec(trimmed) ?? [];
    if (found === undefined) throw syntaxError(trimmed.slice(from, from + 10));
    tokens.push(found);
  }
  return tokens;
}

const syntaxError = (near: string) =>
  new ApiError(400, 'SYNTAX_ERROR', 'error occurred while parsing the query', { near });
