import { describe, expect, it } from 'vitest';
import { BiginClient } from '@/lib/bigin/client';
import { AccessTokens } from '@/lib/oauth/access-tokens';
import { connect } from '@/lib/oauth/connect';
import { connectionInfo, type Connection } from '@/lib/oauth/connection';
import { missingScopes, scopes } from '@/lib/oauth/scopes';
import { testConnection } from '@/lib/oauth/test-connection';
import { zylker } from '../support/fake';
import { oauthWorld } from '../support/oauth';
import { problemOf } from '../support/problem-of';

const clientOf = ({ id }: Connection) =>
  new BiginClient({
    apiDomain: 'https://www.zohoapis.com',
    accessToken: (rejected) => new AccessTokens().get(id, rejected),
  });
const test = (connection: Connection) => testConnection(connection, clientOf(connection));

describe('the test of a connection', () => {
  it('succeeds where Bigin answers for its organization', async () => {
    await oauthWorld();
    const connection = await connect('us');
    await expect(test(connection)).resolves.toBeUndefined();
  });

  it('fails where the grant was taken back', async () => {
    const world = await oauthWorld();
    const connection = await connect('us');
    world.fake.revokeGrant(zylker);
    expect((await problemOf(test(connection))).code).toBe('signInNeeded');
  });

  it('fails where a permission is missing that removals need', async () => {
    await oauthWorld();
    const connection = await connect('us');
    const narrow = { ...connection, scopes: connection.scopes.filter((scope) => !scope.includes('tags')) };
    expect(missingScopes(narrow.scopes)).toEqual(['ZohoBigin.settings.tags.READ']);
    expect((await problemOf(test(narrow))).code).toBe('scopeMissing');
  });
});

describe('what a page may know of a connection', () => {
  it('is whose it is, what was granted and since when, and nothing secret', async () => {
    await oauthWorld();
    const connection = await connect('us');
    const info = connectionInfo(connection);
    expect(info).toMatchObject({ orgName: 'Zylker Trading', dataCenter: 'us', userName: 'Lee Park' });
    expect(info.scopes.toSorted()).toEqual([...scopes].toSorted());
    expect(JSON.stringify(info)).not.toContain(connection.refreshToken);
    expect(info).not.toHaveProperty('client');
  });
});
