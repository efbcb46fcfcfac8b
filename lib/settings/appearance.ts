import * as z from 'zod/mini';
import { storage } from 'wxt/utils/storage';
import { languageCodes } from '@/lib/i18n/languages';

export const themes = ['system', 'light', 'dark'] as const;

/** Each setting falls back to its standard alone where what is stored is not one. */
const appearanceSchema = z.object({
  theme: z.catch(z._default(z.enum(themes), 'system'), 'system'),
  /** `automatic`: the browser's. */
  language: z.catch(z._default(z.enum(['automatic', ...languageCodes]), 'automatic'), 'automatic'),
});

/** How our pages look and what language they speak. */
export type Appearance = z.infer<typeof appearanceSchema>;

export const standardAppearance: Appearance = z.parse(appearanceSchema, {});

const item = storage.defineItem<unknown>('local:appearance');

export async function readAppearance(): Promise<Appearance> {
  return parsed(await item.getValue());
}

export async function saveAppearance(appearance: Appearance): Promise<void> {
  await item.setValue(z.parse(appearanceSchema, appearance));
}

/** Calls back with the appearance whenever it changes; returns what ends that. */
export function onAppearanceChanged(listener: (appearance: Appearance) => void): () => void {
  return item.watch((stored) => listener(parsed(stored)));
}

function parsed(stored: unknown): Appearance {
  return z.safeParse(appearanceSchema, stored).data ?? standardAppearance;
}
