import { createSecureServer } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { makeCertificate } from '../../fake-bigin/certificate';
import type { ServedFakeBigin } from '../../fake-bigin/index';

export interface Front {
  /** Send the browser here instead of to the fake itself. */
  hostResolverRules: string;
  close: () => void;
}

/** The fake behind HTTP/2: to a host that speaks HTTP/1.1, a browser makes six calls at once and no more. */
export async function frontWithHttp2(bigin: ServedFakeBigin): Promise<Front> {
  const listener = getRequestListener((request) => bigin.fetch(request), { overrideGlobalObjects: false });
  const certificate = await makeCertificate(bigin.hosts);
  const server = createSecureServer(
    { ...certificate, allowHTTP1: true },
    (incoming, outgoing) => void listener(incoming, outgoing),
  );
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    hostResolverRules: bigin.hostResolverRules.replaceAll(`:${bigin.port}`, `:${port}`),
    close: () => server.close(),
  };
}
