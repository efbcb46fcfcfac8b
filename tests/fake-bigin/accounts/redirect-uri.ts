/**
 * Whether a client registered this redirect URI. In a pattern, `*` as the first label of the host is any
 * one label, and `*` at the end is any rest; all else must be the same, character by character.
 */
export function redirectUriFits(pattern: string, uri: string): boolean {
  if (!pattern.includes('*')) return pattern === uri;
  if (!URL.canParse(uri) || uri.includes('#')) return false;
  const asked = new URL(uri);
  if (asked.username || asked.password) return false;
  const expression = pattern
    .split('*')
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .reduce((whole, part, index) => {
      const isRest = index === pattern.split('*').length - 1 && part === '';
      return `${whole}${isRest ? '.*' : '[a-z0-9-]+'}${part}`;
    });
  return new RegExp(`^${expression}$`).test(asked.href);
}
