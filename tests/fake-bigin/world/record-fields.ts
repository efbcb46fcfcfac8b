import type { Random } from './random';
import type { BiginRecord, ModuleName } from './types';
import * as words from './word-lists';

interface Made {
  name: string;
  fields: BiginRecord['fields'];
}

/** Ids of the records made so far, for lookups to point to. */
export interface Others {
  Accounts: readonly BiginRecord[];
  Contacts: readonly BiginRecord[];
}

const day = 86_400_000;
const worldStart = Date.UTC(2026, 9, 7);

const date = (random: Random) =>
  new Date(worldStart + random.between(0, 120) * day).toISOString().slice(0, 10);

const time = (random: Random) =>
  new Date(worldStart + random.between(0, 120) * day + random.between(8, 17) * 3_600_000).getTime();

const stamp = (at: number) => new Date(at).toISOString().replace('.000Z', '+00:00');

const phone = (random: Random) => `+1${random.digits(10)}`;

/** Long enough, with cents left out, to look like a record id that was cut short. */
const amount = (random: Random) =>
  random.next() < 0.2 ? Number(random.digits(random.between(10, 12))) : random.between(50, 90_000);

const emailName = (text: string) =>
  text
    .normalize('NFD')
    .replace(/[^a-z]/gi, '')
    .toLowerCase() || 'contact';

const idOf = (random: Random, records: readonly BiginRecord[]) =>
  records.length > 0 && random.next() < 0.85 ? random.pick(records).id : null;

export function contactFields(
  random: Random,
  first: string | null,
  last: string,
  number: number,
  others: Others,
): Made {
  return {
    name: first ? `${first} ${last}` : last,
    fields: {
      First_Name: first,
      Last_Name: last,
      Email: `${emailName(first ?? '')}.${emailName(last)}${number}@example.com`,
      Phone: phone(random),
      Account_Name: idOf(random, others.Accounts),
    },
  };
}

/** One maker a module; `number` counts from the oldest record and keeps names apart. */
export const makers: Readonly<Record<ModuleName, (random: Random, number: number, others: Others) => Made>> =
  {
    Contacts: (random, number, others) =>
      contactFields(
        random,
        random.next() < 0.03 ? null : random.pick(words.firstNames),
        random.pick(words.lastNames),
        number,
        others,
      ),
    Accounts: (random, number) => {
      const [city, country] = random.pick(words.cities);
      const word = random.pick(words.companyWords);
      return {
        name: `${word} ${random.pick(words.companyKinds)}${number > 300 ? ` ${number}` : ''}`,
        fields: {
          Phone: phone(random),
          Website: `https://${word.toLowerCase()}${number}.example.com`,
          Billing_City: city,
          Billing_Country: country,
        },
      };
    },
    Products: (random, number) => ({
      name: `${random.pick(words.productWords)} ${random.pick(words.productGrades)}`,
      fields: {
        Product_Code: random.digits(13),
        Unit_Price: random.between(5, 900),
        Qty_in_Stock: number % 40,
      },
    }),
    Pipelines: (random, number, others) => ({
      name: `${random.pick(words.companyWords)} – ${random.pick(words.dealWords)} ${number}`,
      fields: {
        Stage: random.pick(words.stages),
        Amount: amount(random),
        Closing_Date: date(random),
        Account_Name: idOf(random, others.Accounts),
        Contact_Name: idOf(random, others.Contacts),
        Reference_Number: random.digits(random.between(10, 13)),
      },
    }),
    Tasks: (random, _number, others) => ({
      name: random.pick(words.taskWords),
      fields: {
        Status: random.pick(words.taskStatuses),
        Priority: random.pick(words.priorities),
        Due_Date: date(random),
        Who_Id: idOf(random, others.Contacts),
      },
    }),
    Events: (random, _number, others) => {
      const start = time(random);
      return {
        name: random.pick(words.eventWords),
        fields: {
          Start_DateTime: stamp(start),
          End_DateTime: stamp(start + 3_600_000),
          Venue: random.pick(words.cities)[0],
          Who_Id: idOf(random, others.Contacts),
        },
      };
    },
    Calls: (random, _number, others) => ({
      name: random.pick(words.callWords),
      fields: {
        Call_Type: random.pick(words.callTypes),
        Call_Start_Time: stamp(time(random)),
        Phone: phone(random),
        Who_Id: idOf(random, others.Contacts),
      },
    }),
  };
