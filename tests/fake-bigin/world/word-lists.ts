/** Invented people, companies and things. Any likeness is by chance. */
export const firstNames = [
  'Amina',
  'Björn',
  'Chiara',
  'Deepak',
  'Élodie',
  'Farid',
  'Greta',
  'Hiroshi',
  'Ines',
  'Jonas',
  'Kavya',
  'Liam',
  'Mei',
  'Noor',
  'Oskar',
  'Priya',
  'Quentin',
  'Rosa',
  'Søren',
  'Tariq',
  'Uma',
  'Valentin',
  'Wanja',
  'Xenia',
  'Yusuf',
  'Zoë',
  '健太',
  '美咲',
  'अनिता',
  'ليلى',
] as const;

export const lastNames = [
  'Abara',
  'Bergström',
  'Costa',
  'Dlamini',
  'Eriksen',
  'Fournier',
  'Grünwald',
  'Haddad',
  'Ito',
  'Jansen',
  'Krüger',
  'Lindqvist',
  'Moreau',
  'Nakamura',
  "O'Malley",
  'Petrov',
  'Quist',
  'Rao',
  'Schäfer',
  'Tanaka',
  'Usman',
  'Vogel',
  'Watson',
  'Ximénez',
  'Yılmaz',
  'Zieliński',
  'Smith-Jones',
  'van der Berg',
  '佐藤',
  'शर्मा',
] as const;

export const companyWords = [
  'Amber',
  'Birch',
  'Copper',
  'Drift',
  'Ember',
  'Fjord',
  'Granite',
  'Harbour',
  'Indigo',
  'Juniper',
  'Kestrel',
  'Lantern',
  'Meadow',
  'Northwind',
  'Orchard',
  'Pebble',
  'Quarry',
  'Ridge',
  'Saffron',
  'Thistle',
] as const;

export const companyKinds = [
  'Bakery',
  'Design & Print',
  'Foods',
  'Garage',
  'GmbH',
  'Interiors',
  'Joinery',
  'Labs',
  'Logistics',
  'Ltd',
  'Optics',
  'Partners',
  'Studio',
  'Textiles',
  'Tools',
  'Trading',
  'Travel',
  'Works',
] as const;

export const cities = [
  ['Austin', 'United States'],
  ['Berlin', 'Germany'],
  ['Chennai', 'India'],
  ['Lyon', 'France'],
  ['Nairobi', 'Kenya'],
  ['Osaka', 'Japan'],
  ['Perth', 'Australia'],
  ['Riyadh', 'Saudi Arabia'],
  ['Toronto', 'Canada'],
  ['York', 'United Kingdom'],
] as const;

export const productWords = [
  'Bench',
  'Cabinet',
  'Desk',
  'Drill',
  'Frame',
  'Hinge',
  'Lamp',
  'Mirror',
  'Panel',
  'Rack',
  'Shelf',
  'Stool',
  'Table',
  'Toolbox',
  'Trolley',
  'Workbench',
] as const;

export const productGrades = [
  'Basic',
  'Classic',
  'Compact',
  'Heavy duty',
  'Oak',
  'Pro',
  'Steel',
  'XL',
] as const;

export const dealWords = [
  'Annual order',
  'First order',
  'Maintenance',
  'Office refit',
  'Renewal',
  'Sample order',
  'Shop fitting',
  'Upgrade',
] as const;

export const stages = [
  'Qualification',
  'Needs Analysis',
  'Proposal/Price Quote',
  'Negotiation/Review',
  'Closed Won',
  'Closed Lost',
] as const;

export const taskWords = [
  'Ask for feedback',
  'Check stock',
  'Correct the invoice',
  'Prepare a quote',
  'Send the catalogue',
  'Update the address',
] as const;

export const taskStatuses = ['Not Started', 'In Progress', 'Deferred', 'Completed'] as const;

export const priorities = ['High', 'Normal', 'Low'] as const;

export const eventWords = [
  'Demo',
  'Lunch',
  'Planning',
  'Site visit',
  'Trade fair',
  'Training',
  'Year review',
] as const;

export const callWords = [
  'Call back',
  'Complaint',
  'Delivery date',
  'Follow-up',
  'Introduction',
  'Payment',
] as const;

export const callTypes = ['Outbound', 'Inbound', 'Missed'] as const;
