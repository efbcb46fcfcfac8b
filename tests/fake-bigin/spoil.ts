import type { Fault } from './behaviour';

type Spoilt = Extract<Fault['what'], { kind: 'body' }>['spoilt'];

/** The same answer with its body spoilt: what a broken gateway, or Zoho on a bad day, might send. */
export async function spoil(response: Response, how: Spoilt): Promise<Response> {
  // A 204 or a redirect has no body to spoil.
  if (response.body === null) return response;
  const headers = new Headers(response.headers);
  if (how === 'html') headers.set('content-type', 'text/html;charset=UTF-8');
  const body = spoilers[how](await response.text());
  return new Response(body, { status: response.status, headers });
}

const spoilers: Record<Spoilt, (text: string) => string> = {
  truncated: (text) => text.slice(0, Math.floor(text.length / 2)),
  empty: () => '',
  html: () => '<!doctype html><title>Zoho</title><p>Something went wrong. Please try again.</p>',
  'no-elements': (text) => changeData(text, () => []),
  'missing-element': (text) => changeData(text, (data) => data.slice(0, -1)),
  'duplicated-elements': (text) => changeData(text, (data) => data.flatMap((element) => [element, element])),
};

/** Changes the array `data` of a JSON body; any other body stays as it is. */
function changeData(text: string, change: (data: unknown[]) => unknown[]): string {
  if (!text.startsWith('{')) return text;
  const body = JSON.parse(text) as { data?: unknown };
  return Array.isArray(body.data) ? JSON.stringify({ ...body, data: change(body.data) }) : text;
}
