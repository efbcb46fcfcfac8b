export { createFakeBigin, type FakeBigin, type KeptSignIns } from './fake-bigin';
export { serveFakeBigin, type ServedFakeBigin } from './serve';
export type { Fault, Limits, Unknowns } from './behaviour';
export type { LoggedRequest } from './request-log';
export type { LoggedTagChange } from './tag-change-log';
export { dataCenters } from './world/data-centers';
export type * from './world/types';
