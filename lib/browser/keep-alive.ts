import { browser } from 'wxt/browser';

/** A call of the browser's API every so many milliseconds keeps an idle worker from being stopped at 30 s. */
const pulse = 20_000;

/** Wakes a worker that was stopped all the same; the shortest period that Chromium takes is half a minute. */
const runAlarm = 'resume-jobs';
const runAlarmMinutes = 0.5;

/** Wakes the worker when the next waiting job is to go on. */
const waitAlarm = 'resume-waiting';

const holders = new Set<symbol>();
let timer: ReturnType<typeof setInterval> | undefined;

/** Keeps the worker alive until the function that it returns is called. */
export function keepAlive(): () => void {
  const holder = Symbol('holder');
  holders.add(holder);
  timer ??= setInterval(() => void browser.runtime.getPlatformInfo(), pulse);
  return () => {
    holders.delete(holder);
    if (holders.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

let releaseJobs: (() => void) | undefined;

/** Keeps the worker alive while jobs run, and has the browser wake it should it be stopped all the same. */
export function keepAliveForJobs(busy: boolean): void {
  releaseJobs?.();
  releaseJobs = busy ? keepAlive() : undefined;
  if (busy) void browser.alarms.create(runAlarm, { periodInMinutes: runAlarmMinutes });
  else void browser.alarms.clear(runAlarm);
}

/** Has the browser wake the worker at a time, in milliseconds since 1970, unless it is woken earlier. */
export function wakeAt(when: number): Promise<void> {
  setting = setting.then(() => setWaitAlarm(when)).catch(() => undefined);
  return setting;
}

/** One after the other: of two that ask in the same moment, the earlier time holds. */
let setting = Promise.resolve();

async function setWaitAlarm(when: number): Promise<void> {
  const alarm = await browser.alarms.get(waitAlarm);
  const isEarlier = alarm && alarm.scheduledTime > Date.now() && alarm.scheduledTime <= when;
  if (!isEarlier) await browser.alarms.create(waitAlarm, { when });
}

/** Calls back when a job may be waiting for a worker: one that was stopped, or one whose time to wait is over. */
export function onWake(resume: () => Promise<void>): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === runAlarm || name === waitAlarm) void resume();
  });
  browser.runtime.onStartup.addListener(() => void resume());
}

/** Calls back when the browser is online again, where the worker still lives. */
export function onOnline(resume: () => Promise<void>): void {
  globalThis.addEventListener('online', () => void resume());
}
