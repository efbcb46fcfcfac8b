import type { Fault } from './behaviour';
import type { ServiceName } from './services';

type StatusFault = Extract<Fault['what'], { kind: 'status' }>;

/** The error that a fault puts in place of the answer, in the words of the service it hits. */
export function faultAnswer(
  service: ServiceName,
  { status, code, message, headers = {} }: StatusFault,
): Response {
  const body =
    service === 'api'
      ? { code, details: {}, message, status: 'error' }
      : { error: code, error_description: message, status: 'failure' };
  return Response.json(body, {
    status,
    headers: { server: 'ZGS', 'content-type': 'application/json;charset=UTF-8', ...headers },
  });
}
