import { createServer, type Server } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { makeCertificate } from './certificate';
import { ConnectionCut } from './connection-cut';
import { createFakeBigin, type FakeBigin } from './fake-bigin';
import { hosts } from './world/data-centers';

export interface ServedFakeBigin extends FakeBigin {
  port: number;
  /** Every host name served. */
  hosts: string[];
  /** The value of Chromium's `--host-resolver-rules` that sends them here, and nothing anywhere else. */
  hostResolverRules: string;
  close(): Promise<void>;
}

/** The fake over HTTPS on 127.0.0.1; the Host header says which of its hosts is meant. */
export async function serveFakeBigin({
  port = 0,
  seed,
}: { port?: number; seed?: number } = {}): Promise<ServedFakeBigin> {
  const fake = createFakeBigin({ seed });
  const listener = getRequestListener(
    (request, env) => answer(fake, request, (env as HttpBindings).incoming.socket),
    {
      overrideGlobalObjects: false,
    },
  );
  const server = createServer(
    {
      ...(await makeCertificate([...hosts, 'localhost', '127.0.0.1'])),
      // More than any limit of the fake: it is the fake that refuses a long URL, not Node.
      maxHeaderSize: 131_072,
    },
    (incoming, outgoing) => void listener(incoming, outgoing),
  );
  await listen(server, port);
  const { port: bound } = server.address() as AddressInfo;
  return Object.assign(fake, {
    port: bound,
    hosts: [...hosts],
    hostResolverRules: [
      ...hosts.map((host) => `MAP ${host} 127.0.0.1:${bound}`),
      'MAP * ~NOTFOUND',
      'EXCLUDE 127.0.0.1',
      'EXCLUDE localhost',
    ].join(', '),
    close: () =>
      new Promise<void>((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  });
}

async function answer(fake: FakeBigin, request: Request, socket: Socket): Promise<Response> {
  try {
    return await fake.fetch(request);
  } catch (error) {
    if (!(error instanceof ConnectionCut)) throw error;
    // The fault that cuts the connection: the client sees it end without an answer.
    socket.destroy();
    return RESPONSE_ALREADY_SENT;
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}
