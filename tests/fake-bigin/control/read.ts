/** Reads what a test sends, and throws what is wrong with it. */
import type { Fault } from '../behaviour';
import { dataCenters } from '../world/data-centers';
import { isModuleName } from '../world/modules';
import type { Client, DataCenterId, ModuleName } from '../world/types';

export function object(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new TypeError('not an object');
  return value as Record<string, unknown>;
}

export function text(value: unknown, name: string): string {
  if (typeof value !== 'string') throw new TypeError(`${name} is not a text`);
  return value;
}

export function number(value: unknown, name: string): number {
  if (typeof value !== 'number') throw new TypeError(`${name} is not a number`);
  return value;
}

export function texts(value: unknown, name: string): string[] {
  if (!Array.isArray(value)) throw new TypeError(`${name} is not a list`);
  return value.map((each) => text(each, name));
}

export function moduleName(value: string): ModuleName {
  if (!isModuleName(value)) throw new RangeError(`there is no module ${value}`);
  return value;
}

const kinds = new Set(['status', 'disconnect', 'body', 'delay', 'hold', 'records']);

export function fault(value: unknown): Fault {
  const { where, what } = object(value);
  object(where);
  const kind = text(object(what)['kind'], 'what.kind');
  if (!kinds.has(kind)) throw new RangeError(`there is no kind of fault ${kind}`);
  return value as Fault;
}

export function client(value: unknown): Client {
  const { id, type, name, secret, redirectUris, dataCenters: where } = object(value);
  if (type !== 'public' && type !== 'server' && type !== 'implicit')
    throw new RangeError('no such client type');
  return {
    id: text(id, 'id'),
    type,
    name: name === undefined ? 'Test client' : text(name, 'name'),
    redirectUris: texts(redirectUris, 'redirectUris'),
    ...(where === undefined ? {} : { dataCenters: texts(where, 'dataCenters').map(dataCenterId) }),
    ...(secret === undefined ? {} : { secret: text(secret, 'secret') }),
  };
}

function dataCenterId(id: string): DataCenterId {
  const found = dataCenters.find((each) => each.id === id);
  if (!found) throw new RangeError(`there is no data center ${id}`);
  return found.id;
}
