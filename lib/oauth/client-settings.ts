import * as z from '@/lib/zod';
import { orElse } from '@/lib/schemas';
import { dataCenterIds } from '@/lib/bigin/data-centers';
import { VersionedItem } from '@/lib/versioned-item';

/**
 * Which of Zoho's client types the user registered. All three must work, since it is unknown whether the
 * console takes an extension's redirect URI for a public client.
 */
export const clientTypes = ['public', 'server', 'implicit'] as const;

/** Firefox knows two; see `redirectUri`. */
export const redirectForms = ['extension', 'loopback'] as const;

export const oauthClientSchema = z.object({
  type: z.enum(clientTypes),
  id: z.string(),
  /** Only of a server-based client. */
  secret: z.string(),
});

export type OAuthClient = z.infer<typeof oauthClientSchema>;

const oauthSettingsSchema = z.object({
  client: oauthClientSchema,
  /** The data center to sign in at; `automatic` takes the tab's. */
  dataCenter: z.enum(['automatic', ...dataCenterIds]),
  /** Which of the browser's forms of the redirect URI is registered; see `redirectUri`. */
  redirectForm: orElse(z.enum(redirectForms), 'extension'),
});

export type OAuthSettings = z.infer<typeof oauthSettingsSchema>;

/** A build may carry a client id of its own; the user's takes its place. */
export const builtInClientId: string = import.meta.env.WXT_ZOHO_CLIENT_ID ?? '';

export const defaultOAuthSettings: OAuthSettings = {
  client: { type: 'public', id: builtInClientId, secret: '' },
  dataCenter: 'automatic',
  redirectForm: 'extension',
};

/** Whether there is all that a sign-in needs of the client. */
export function isClientSetUp({ type, id, secret }: OAuthClient): boolean {
  return id !== '' && (type !== 'server' || secret !== '');
}

/** In `storage.local`, which only our own pages and the worker may read: it can hold a client's secret. */
const item = new VersionedItem('oauthSettings');

export async function readOAuthSettings(): Promise<OAuthSettings> {
  const { data } = z.safeParse(oauthSettingsSchema, await item.getValue());
  if (!data) return defaultOAuthSettings;
  const client = { ...data.client, id: data.client.id || builtInClientId };
  return { ...data, client };
}

export async function saveOAuthSettings(settings: OAuthSettings): Promise<void> {
  const client = { ...settings.client, id: settings.client.id.trim(), secret: settings.client.secret.trim() };
  await item.setValue({ ...settings, client });
}
