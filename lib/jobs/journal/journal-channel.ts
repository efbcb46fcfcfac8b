/** Tells every open page of ours that a job changed in the journal; the pages then read the journal itself. */
const channelName = 'untag-journal';

/** What the worker calls after each write. */
export function announceJobChanges(): (jobId: string) => void {
  const channel = new BroadcastChannel(channelName);
  return (jobId) => channel.postMessage(jobId);
}

/** Calls back with the id of each job that changed; returns what ends that. */
export function onJobChanged(listener: (jobId: string) => void): () => void {
  const channel = new BroadcastChannel(channelName);
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (typeof data === 'string') listener(data);
  });
  return () => channel.close();
}
