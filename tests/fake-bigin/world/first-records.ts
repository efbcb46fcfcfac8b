/**
 * What heads the Contacts list of Zylker Trading, newest first. People who watch or test the main job
 * tick these: of the first three, VIP is on two, Trade fair 2026 on all, Überfällig on one.
 */
export const firstContacts: readonly { first: string | null; last: string; tags: readonly string[] }[] = [
  { first: 'Priya', last: 'Watson', tags: ['VIP', 'Trade fair 2026'] },
  { first: 'Jonas', last: 'Krüger', tags: ['Trade fair 2026', 'Überfällig'] },
  { first: 'Rosa', last: "O'Malley", tags: ['Newsletter', 'VIP', 'Trade fair 2026'] },
  // No tag at all: a selection of this one alone has nothing to remove.
  { first: 'Liam', last: 'Petrov', tags: [] },
  { first: '美咲', last: '佐藤', tags: ['見込み客', 'Größe & Maß', '50% off'] },
  { first: 'अनिता', last: 'शर्मा', tags: ['नया ग्राहक', 'C++', '#1 choice', 'North/South'] },
  { first: 'ليلى', last: 'Haddad', tags: ['عميل مهم', 'Say "hello"', "O'Brien's list"] },
  { first: '<b>Otto</b>', last: '& "Söhne"', tags: ['R&D', '🔥 Hot lead'] },
  { first: null, last: '4155550123', tags: ['Exactly 25 characters ok!', 'VIP'] },
  {
    first: 'Noor',
    last: 'van der Berg',
    tags: ['VIP', 'Trade fair 2026', 'Überfällig', 'Newsletter', 'R&D', 'C++'],
  },
];
