import * as z from '@/lib/zod';
import { dataCenterIds, type DataCenterId } from '@/lib/bigin/data-centers';
import { moduleNames, type ModuleName } from '@/lib/bigin/modules';
import { oauthClientSchema } from './client-settings';

const wordsSchema = z.optional(z.object({ singular: z.string(), plural: z.string() }));

const moduleWordsSchema = z.object(
  Object.fromEntries(moduleNames.map((name) => [name, wordsSchema])) as Record<
    ModuleName,
    typeof wordsSchema
  >,
);

export const connectionSchema = z.object({
  /** See `connectionId`. */
  id: z.string(),
  dataCenter: z.enum(dataCenterIds),
  /** `org` and digits: what the web app's URLs carry. */
  org: z.string(),
  orgName: z.string(),
  /** The client that the user authorized; renewal needs the same one, whatever the settings say by then. */
  client: oauthClientSchema,
  /** Where the authorization came back to; a silent renewal must name the same. */
  redirectUri: z.optional(z.string()),
  /** The user's name, where Bigin told it. */
  userName: z.optional(z.string()),
  /** What the user granted. */
  scopes: z.array(z.string()),
  /** Milliseconds since 1970. */
  connectedAt: z.number(),
  /** When the access token was last renewed, in milliseconds since 1970. */
  renewedAt: z.optional(z.number()),
  /** Missing where Zoho gave none: the connection then lasts for its access token's hour. */
  refreshToken: z.optional(z.string()),
  /** What the organization calls the modules that it has renamed. */
  moduleWords: z.optional(moduleWordsSchema),
  /** When that was last asked for, in milliseconds since 1970. */
  moduleWordsReadAt: z.optional(z.number()),
  /** Zoho refused to renew: the user must sign in again. */
  signInNeeded: z.boolean(),
});

/** One organization that the user has authorized. Holds secrets; pages get a `ConnectionInfo`. */
export type Connection = z.infer<typeof connectionSchema>;

/** What a page of ours may know of a connection: nothing secret. */
export type ConnectionInfo = Omit<Connection, 'client' | 'refreshToken'> & {
  /** Whether the connection outlives its access token. */
  lasting: boolean;
};

/** A user authorizes an organization once, so data center and organization name a connection. */
export function connectionId(dataCenter: DataCenterId, org: string): string {
  return `${dataCenter}:${org}`;
}

/** Whether the connection outlives its access token. */
export function isLasting({ client, refreshToken }: Connection): boolean {
  return refreshToken !== undefined || client.type === 'implicit';
}

export function connectionInfo(connection: Connection): ConnectionInfo {
  const { client: _client, refreshToken: _refreshToken, ...open } = connection;
  return { ...open, lasting: isLasting(connection) };
}
