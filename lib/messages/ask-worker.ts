import { ProblemError, type Result } from '@/lib/problem';
import { sendMessage, type WorkerProtocol } from './protocol';

type Value<K extends keyof WorkerProtocol> =
  ReturnType<WorkerProtocol[K]> extends Result<infer T> ? T : never;

/** Asks the worker; throws its problem as a `ProblemError`. */
export async function askWorker<K extends keyof WorkerProtocol>(
  name: K,
  input: Parameters<WorkerProtocol[K]>[0],
): Promise<Value<K>> {
  const send = sendMessage as (name: K, input: unknown) => Promise<Result<Value<K>>>;
  const result = await send(name, input).catch(() => {
    throw new ProblemError('unexpected');
  });
  if (!result.ok) throw new ProblemError(result.problem.code, result.problem.values);
  return result.value;
}
