import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { jobQuery, selectionQuery } from '@/entrypoints/popup/queries';

const ended = { job: { id: 'j', state: 'finished' }, failed: [] };
let asked: string[];
let job: unknown;
let client: QueryClient;

beforeEach(() => {
  asked = [];
  vi.stubGlobal('location', { search: '' });
  // The worker.
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(((message: { type: string }) => {
    asked.push(message.type);
    const value = message.type === 'readJob' ? job : { byModule: [], unplaced: [] };
    return Promise.resolve({ res: { ok: true, value } });
  }) as never);
  client = new QueryClient();
  // A view shows what is selected.
  const end = new QueryObserver(client, selectionQuery(7)).subscribe(() => {});
  return () => {
    end();
    client.clear();
  };
});

const readJob = () => client.fetchQuery({ ...jobQuery(7, 'key'), staleTime: 0 });

it('a result that is put aside stays in view until the selection that follows it is known', async () => {
  await vi.waitFor(() => expect(asked).toEqual(['readSelection']));
  job = ended;
  expect(await readJob()).toEqual(ended);
  expect(asked.slice(1)).toEqual(['readJob']);
  job = null;
  expect(await readJob()).toBeNull();
  expect(asked.slice(2)).toEqual(['readJob', 'readSelection']);
  // Where there was none before, nothing follows it.
  expect(await readJob()).toBeNull();
  expect(asked.slice(4)).toEqual(['readJob']);
});
