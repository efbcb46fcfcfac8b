import { firstContacts } from './first-records';
import { moduleNames, modules, perModule } from './modules';
import type { OrgPlan } from './org-plans';
import type { Random } from './random';
import { contactFields, makers } from './record-fields';
import { commonTagNames, specialTagNames, tagColors } from './tag-names';
import type { BiginRecord, ModuleName, Org, Tag, View } from './types';

const newestRecordAt = Date.UTC(2026, 9, 7, 0, 21, 34);
const oneHour = 3_600_000;

/** Modules in the order their records are made, so that a lookup finds what it points to. */
const makingOrder: readonly ModuleName[] = [
  'Accounts',
  'Products',
  'Contacts',
  'Pipelines',
  'Tasks',
  'Events',
  'Calls',
];

export function buildOrg(plan: OrgPlan, random: Random): Org {
  const { counts, ...facts } = plan;
  const makeId = (serial: number) => `${plan.idPrefix}${String(serial).padStart(6, '0')}`;
  // Ids grow with uneven gaps, as where other things are made in between.
  let serial = 100_000;
  const nextId = () => makeId((serial += random.between(1, 170)));

  const tags = perModule((module): Tag[] => {
    const names = [...commonTagNames, ...(specialTagNames[plan.zgid]?.[module] ?? [])];
    return names.map((name, index) => ({
      id: nextId(),
      name,
      colorCode: tagColors[index % tagColors.length] ?? '#57B1FD',
    }));
  });

  const records = perModule((): BiginRecord[] => []);
  for (const module of makingOrder) {
    const names = tags[module].map((tag) => tag.name);
    for (let number = 1; number <= counts[module]; number++) {
      const age = (counts[module] - number) * oneHour;
      records[module].push({
        id: nextId(),
        ...makers[module](random, number, records),
        tags: random.sample(names, random.next() < 0.3 ? 0 : random.between(1, 6)),
        locked: false,
        createdTime: newestRecordAt - age,
        modifiedTime: newestRecordAt - age,
      });
    }
    records[module].reverse();
  }
  if (plan.zgid === '942010964') headContacts(records, random);

  return {
    ...facts,
    id: makeId(20_005),
    forbiddenModules: new Set(),
    tagChangesForbidden: false,
    tags,
    records,
    views: perModule((module) => makeViews(module, plan, (place) => makeId(8_000 + place))),
  };
}

function headContacts(records: Org['records'], random: Random): void {
  for (const [index, { first, last, tags }] of firstContacts.entries()) {
    const record = records.Contacts[index];
    if (record)
      Object.assign(record, contactFields(random, first, last, index, records), { tags: [...tags] });
  }
}

function makeViews(module: ModuleName, plan: OrgPlan, idAt: (place: number) => string): View[] {
  const plural = plan.labels[module]?.plural ?? modules[module].plural;
  const first = moduleNames.indexOf(module) * 10;
  return [
    { id: idAt(first), name: `All ${plural}`, includes: () => true },
    { id: idAt(first + 1), name: `VIP ${plural}`, includes: (record) => record.tags.includes('VIP') },
    { id: idAt(first + 2), name: `Untagged ${plural}`, includes: (record) => record.tags.length === 0 },
  ];
}
