export { createFakeBigin, type FakeBigin, type FakeBiginOptions, type KeptSignIns } from './fake-bigin';
export { serveFakeBigin, type ServedFakeBigin } from './serve';
export type { Behaviour, Fault, Limits, Unknowns } from './behaviour';
export type { Clock } from './clock';
export type { LoggedRequest } from './request-log';
export type { LoggedTagChange } from './tag-change-log';
export { dataCenters, hosts } from './world/data-centers';
export type * from './world/types';
export type { World } from './world/world';
