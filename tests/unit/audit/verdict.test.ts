import { describe, expect, it } from 'vitest';
import { verdictOf } from '../../../scripts/audit/verdict';
import { onlyShippedPackages, shippedPackages } from '../../../scripts/shipped-packages';

const ships = new Set(['react', 'wxt']);
const advisory = (title: string) => ({ title, url: 'https://github.com/advisories/1', severity: 'high' });
const report = (vulnerabilities: Record<string, unknown[]>) =>
  JSON.stringify({
    auditReportVersion: 2,
    vulnerabilities: Object.fromEntries(
      Object.entries(vulnerabilities).map(([name, via]) => [name, { name, severity: 'high', via }]),
    ),
  });

describe('an audit', () => {
  it('finds nothing where there is nothing', () => {
    expect(verdictOf(report({}), ships)).toEqual({ kind: 'audited', shipped: [], others: [] });
  });

  it('tells each advisory of a package that ships', () => {
    expect(verdictOf(report({ react: [advisory('Bad'), advisory('Worse')] }), ships)).toEqual({
      kind: 'audited',
      shipped: [
        'react: Bad (high), https://github.com/advisories/1',
        'react: Worse (high), https://github.com/advisories/1',
      ],
      others: [],
    });
  });

  it('names tools that have any, and not what merely uses them', () => {
    expect(verdictOf(report({ jszip: [advisory('Bad')], wxt: ['jszip'] }), ships)).toEqual({
      kind: 'audited',
      shipped: [],
      others: ['jszip'],
    });
  });

  it('is skipped where the registry has no advisories to give', () => {
    const refusal = { message: '405 Method Not Allowed - POST …', method: 'POST', statusCode: 405, body: '' };
    expect(verdictOf(JSON.stringify(refusal), ships)).toEqual({
      kind: 'notOffered',
      reason: '405 Method Not Allowed - POST …',
    });
  });

  it.each([
    [
      'the registry fails',
      '{"message":"503 Service Unavailable","statusCode":503}',
      '503 Service Unavailable',
    ],
    ['the network does', '{"error":{"code":"ENOTFOUND"}}', '{"error":{"code":"ENOTFOUND"}}'],
    ['npm says nothing', '', ''],
  ])('has failed, and is not passed, where %s', (_, output, reason) => {
    expect(verdictOf(output, ships)).toEqual({ kind: 'failed', reason });
  });
});

describe('what ships', () => {
  const build = (id: string, renderedLength = 10) =>
    onlyShippedPackages(new Set(['react', '@a/b'])).generateBundle(undefined, {
      a: { fileName: 'a.js', modules: { [id]: { renderedLength } } },
    });

  it('is the dependencies with what they bring along, and what WXT puts in', () => {
    const shipped = shippedPackages();
    for (const name of ['react', 'scheduler', 'zod', 'wxt']) {
      expect(shipped).toContain(name);
    }
    for (const name of ['vite', 'jszip', 'vitest', '']) expect(shipped).not.toContain(name);
  });

  it.each(['/p/lib/a.ts', '/p/node_modules/react/index.js', '/p/node_modules/@a/b/c.js', '\0virtual:x'])(
    'may be in what is built: %s',
    (id) => {
      expect(() => build(id)).not.toThrow();
    },
  );

  it.each(['/p/node_modules/evil/index.js', '/p/node_modules/react/node_modules/evil/index.js'])(
    'is all that may be: the build ends with %s',
    (id) => {
      expect(() => build(id)).toThrow('a.js holds code of evil');
    },
  );

  it('is not what is imported and left out', () => {
    expect(() => build('/p/node_modules/evil/index.js', 0)).not.toThrow();
  });
});
