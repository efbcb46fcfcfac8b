import { browser } from 'wxt/browser';

/** A call of the browser's API every so many milliseconds keeps an idle worker from being stopped at 30 s. */
const pulse = 20_000;

/** Wakes a worker that was stopped all the same; the shortest period that Chromium takes is half a minute. */
const alarmName = 'resume-jobs';
const alarmMinutes = 0.5;

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
  if (busy) void browser.alarms.create(alarmName, { periodInMinutes: alarmMinutes });
  else void browser.alarms.clear(alarmName);
}

/** Calls back when a job may be waiting for a worker that was stopped. */
export function onWake(resume: () => void): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === alarmName) resume();
  });
  browser.runtime.onStartup.addListener(resume);
}
