import type { ModuleName } from './types';

/** Tag names that find the seams of escaping, encoding and matching. Every module of every org has them. */
export const commonTagNames = [
  'VIP',
  'Trade fair 2026',
  'Überfällig',
  'Newsletter',
  'Größe & Maß',
  '見込み客',
  'नया ग्राहक',
  'عميل مهم',
  '🔥 Hot lead',
  'Say "hello"',
  "O'Brien's list",
  'R&D',
  '50% off',
  'C++',
  '#1 choice',
  'North/South',
  // Exactly as long as a tag name may be.
  'Exactly 25 characters ok!',
] as const;

/** What only some modules of some orgs have. */
export const specialTagNames: Readonly<Record<string, Partial<Record<ModuleName, readonly string[]>>>> = {
  // A comma separates names in `tag_names`, so this one cannot be named in a query.
  '942010964': { Accounts: ['Retail, wholesale'] },
  // Differs from VIP by case alone.
  '20098765432': { Contacts: ['vip'] },
};

export const tagColors = [
  '#57B1FD',
  '#F8E199',
  '#D297EE',
  '#FD87BD',
  '#8BE6B6',
  '#F48435',
  '#B88562',
  '#879BFC',
  '#969696',
  '#1DB9B4',
] as const;
