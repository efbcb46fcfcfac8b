import type { DataCenterId, ModuleName, Org, User } from './types';

/** What an org is built from. */
export interface OrgPlan extends Pick<
  Org,
  'zgid' | 'companyName' | 'dataCenter' | 'idPrefix' | 'plan' | 'users' | 'labels'
> {
  counts: Record<ModuleName, number>;
}

const small: OrgPlan['counts'] = {
  Contacts: 30,
  Accounts: 12,
  Pipelines: 14,
  Products: 8,
  Tasks: 10,
  Events: 6,
  Calls: 8,
};

const smallOrg = (
  dataCenter: DataCenterId,
  zgid: string,
  companyName: string,
  idPrefix: string,
): OrgPlan => ({
  zgid,
  companyName,
  dataCenter,
  idPrefix,
  plan: 'free',
  users: 1,
  labels: {},
  counts: small,
});

export const orgPlans: readonly OrgPlan[] = [
  {
    zgid: '942010964',
    companyName: 'Zylker Trading',
    dataCenter: 'us',
    idPrefix: '7618134000000',
    plan: 'premier',
    users: 20,
    labels: {},
    counts: {
      Contacts: 3000,
      Accounts: 600,
      Pipelines: 800,
      Products: 150,
      Tasks: 400,
      Events: 200,
      Calls: 300,
    },
  },
  {
    zgid: '942010977',
    companyName: 'Zylker Workshop',
    dataCenter: 'us',
    idPrefix: '6331846000000',
    plan: 'express',
    users: 3,
    labels: {},
    counts: { Contacts: 150, Accounts: 40, Pipelines: 60, Products: 20, Tasks: 30, Events: 15, Calls: 20 },
  },
  {
    zgid: '20098765432',
    companyName: 'Nordlicht GmbH',
    dataCenter: 'eu',
    idPrefix: '3024519000000',
    plan: 'express',
    users: 8,
    labels: { Accounts: { singular: 'Firma', plural: 'Firmen' } },
    counts: { Contacts: 400, Accounts: 120, Pipelines: 120, Products: 40, Tasks: 60, Events: 25, Calls: 35 },
  },
  {
    zgid: '60012345678',
    companyName: 'Saffron Traders',
    dataCenter: 'in',
    idPrefix: '4150868000000',
    plan: 'free',
    users: 1,
    labels: {},
    counts: { Contacts: 250, Accounts: 70, Pipelines: 80, Products: 30, Tasks: 30, Events: 15, Calls: 25 },
  },
  smallOrg('au', '70011122233', 'Wattle & Gum Pty Ltd', '5210077000000'),
  smallOrg('cn', '90011122244', '青竹贸易', '1180041000000'),
  smallOrg('jp', '80011122255', '桜工房', '2290053000000'),
  smallOrg('sa', '50011122266', 'واحة التجارة', '8330065000000'),
  smallOrg('ca', '110011122277', 'Érable & Fils', '9140087000000'),
  smallOrg('uk', '120011122288', 'Heather & Moss Ltd', '3350099000000'),
];

const user = (email: string, name: string, dataCenter: DataCenterId, ...orgs: string[]): User => ({
  email,
  password: 'bigin',
  name,
  dataCenter,
  orgs,
});

export const users: readonly User[] = [
  user('dana@zylker.example', 'Dana Zylker', 'us', '942010964', '942010977'),
  user('lee@zylker.example', 'Lee Park', 'us', '942010964'),
  user('nils@nordlicht.example', 'Nils Krüger', 'eu', '20098765432'),
  user('asha@saffron.example', 'Asha Rao', 'in', '60012345678'),
  user('olive@wattle.example', 'Olive Jansen', 'au', '70011122233'),
  user('mei@qingzhu.example', '陈梅', 'cn', '90011122244'),
  user('kenta@sakura.example', '佐藤 健太', 'jp', '80011122255'),
  user('layla@waha.example', 'ليلى حداد', 'sa', '50011122266'),
  user('elodie@erable.example', 'Élodie Fournier', 'ca', '110011122277'),
  user('rosa@heather.example', "Rosa O'Malley", 'uk', '120011122288'),
];
