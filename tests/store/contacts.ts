import type { ServedFakeBigin } from '../fake-bigin/index';
import { zylker } from '../e2e/support/bigin-list';

/** The contacts of the images, in place of those that tests need: nobody's names, and tags as people have them. */
const contacts: readonly (readonly [first: string, last: string, ...tags: string[]])[] = [
  ['Priya', 'Watson', 'VIP', 'Trade fair 2025', 'Old lead'],
  ['Jonas', 'Krüger', 'Trade fair 2025', 'Old lead'],
  ['Rosa', 'O’Malley', 'Newsletter', 'VIP', 'Trade fair 2025'],
  ['Liam', 'Petrov', 'Trade fair 2025'],
  ['Misaki', 'Sato', 'Partner', 'Old lead'],
  ['Anita', 'Sharma', 'Trade fair 2025', 'Newsletter'],
  ['Layla', 'Haddad', 'Partner', 'VIP'],
  ['Otto', 'Lindqvist', 'Trade fair 2025', 'Imported'],
  ['Emma', 'Larsen', 'Imported', 'Newsletter'],
  ['Noor', 'van der Berg', 'VIP', 'Trade fair 2025', 'Old lead'],
  ['Greta', 'Quist', 'Old lead'],
  ['Mateo', 'Silva', 'Newsletter', 'Imported'],
  ['Ines', 'Duarte', 'Trade fair 2025', 'Partner'],
  ['Tom', 'Becker', 'Imported'],
  ['Yuki', 'Tanaka', 'VIP', 'Newsletter'],
];

/** Puts them at the head of the list; their ids. */
export function nameContacts({ world }: ServedFakeBigin): string[] {
  return contacts.map(([first, last, ...tags], place) => {
    const record = world.org(zylker)?.records.Contacts[place];
    if (!record) throw new Error('The list is shorter than the names');
    record.name = `${first} ${last}`;
    const address = `${first}.${last.replaceAll(/[^\p{L}]/gu, '')}@example.com`;
    Object.assign(record.fields, {
      First_Name: first,
      Last_Name: last,
      Email: address.toLowerCase().normalize('NFKD').replaceAll(/\p{M}/gu, ''),
    });
    world.setTags(zylker, 'Contacts', record.id, tags);
    return record.id;
  });
}
