/**
 * `npx tsx tests/fake-bigin/cli.ts [--port N]`: serves the fake until it is stopped. A program that is to
 * stop it by a signal starts `node --import tsx tests/fake-bigin/cli.ts`: npx keeps signals to itself.
 */
import { parseArgs } from 'node:util';
import { serveFakeBigin } from './serve';
import { dataCenterOf } from './world/data-centers';

const { values } = parseArgs({ options: { port: { type: 'string', default: '0' } } });
const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error(`--port takes a number up to 65535, not ${values.port}`);
  process.exit(2);
}

const fake = await serveFakeBigin({ port });
console.log(
  [
    `A fake of Bigin is served at https://127.0.0.1:${fake.port} for ${fake.hosts.length} of Zoho's host names.`,
    '',
    'Start Chromium with',
    `  --host-resolver-rules="${fake.hostResolverRules}" --ignore-certificate-errors`,
    '',
    'Sign in as one of (each password is "bigin"):',
    ...fake.world.users.map(
      ({ email, orgs }) =>
        `  ${email.padEnd(24)} ${orgs.map((zgid) => fake.world.org(zgid)?.companyName).join(', ')}`,
    ),
    '',
    'Web app:',
    ...fake.world.orgs.map(
      ({ zgid, dataCenter }) =>
        `  https://${dataCenterOf(dataCenter).webApp}/bigin/org${zgid}/Home#/contacts`,
    ),
    '',
    `Clients: ${fake.world.clients.map(({ id, secret }) => (secret ? `${id} (secret ${secret})` : id)).join(', ')}`,
    `Control: https://127.0.0.1:${fake.port}/__control/ (orgs, requests, behaviour, faults, clock, reset …)`,
    'Stop with Ctrl+C.',
  ].join('\n'),
);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void fake.close());
}
