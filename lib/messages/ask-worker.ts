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
  return valueOf(send(name, input));
}

/** What the worker answered; throws its problem as a `ProblemError`. */
export async function valueOf<T>(answer: Promise<Result<T>>): Promise<T> {
  const result = await answer.catch(() => {
    throw new ProblemError('unexpected');
  });
  if (!result.ok) throw new ProblemError(result.problem.code, result.problem.values);
  return result.value;
}
