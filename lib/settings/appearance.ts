import { languageCodes, type Language } from '@/lib/i18n/languages';
import { StoredItem } from '@/lib/stored-item';

export const themes = ['system', 'light', 'dark'] as const;

/** How our pages look and what language they speak. */
export interface Appearance {
  theme: (typeof themes)[number];
  /** `automatic`: the browser's. */
  language: Language | 'automatic';
}

export const standardAppearance: Appearance = { theme: 'system', language: 'automatic' };

const item = new StoredItem('local', 'appearance');

export async function readAppearance(): Promise<Appearance> {
  return parsed(await item.getValue());
}

export async function saveAppearance(appearance: Appearance): Promise<void> {
  await item.setValue(appearance);
}

/** Calls back with the appearance whenever it changes; returns what ends that. */
export function onAppearanceChanged(listener: (appearance: Appearance) => void): () => void {
  return item.watch((stored) => listener(parsed(stored)));
}

/**
 * Each setting falls back to its standard alone where what is stored is not one. Without a schema: every page of
 * ours asks for this first of all, and the popup loads no schemas.
 */
function parsed(stored: unknown): Appearance {
  const { theme, language }: Partial<Record<keyof Appearance, unknown>> = Object(stored);
  return {
    theme: themes.find((known) => known === theme) ?? standardAppearance.theme,
    language: languageCodes.find((known) => known === language) ?? standardAppearance.language,
  };
}
