import { describe, expect, it } from 'vitest';
import { BiginError } from '@/lib/bigin/errors/bigin-error';
import { explain } from '@/lib/bigin/errors/explain';
import type { Job } from '@/lib/jobs/job';
import { endAfterFailure } from '@/lib/jobs/run/after-failure';
import { ProblemError, type ProblemCode } from '@/lib/problem';
import { aJob } from '../../support/a-job';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const now = 100 * day;

interface Circumstances {
  /** How often the job has waited, and for what the last time; for the same unless told. */
  waits?: number;
  last?: ProblemCode;
  isFurther?: boolean;
  jobs?: Job[];
  chance?: number;
}

function endAfter(
  error: unknown,
  { waits, last = explain(error).code, isFurther = false, jobs = [], chance = 0 }: Circumstances = {},
) {
  const job = aJob(waits === undefined ? {} : { waits, problem: { code: last } });
  const end = endAfterFailure(error, { job, isFurther, jobs, now, chance });
  const { resumeAt } = end;
  return { ...end, pause: resumeAt === undefined ? undefined : resumeAt - now };
}

const busy = new BiginError({ status: 429, code: 'TOO_MANY_REQUESTS' });
const broken = new BiginError({ status: 500, code: 'INTERNAL_ERROR' });
const spent = new BiginError({ status: 429, code: 'TOO_MANY_REQUESTS', creditsLeft: 0 });

describe('a job after a failure', () => {
  it('waits twice as long each time, up to a quarter of an hour', () => {
    const pauses = [undefined, 1, 2, 3, 4, 5, 6, 7].map(
      (waits) => endAfter(broken, waits === undefined ? {} : { waits }).pause,
    );
    expect(pauses.map((pause) => (pause ?? 0) / minute)).toEqual([0.5, 1, 2, 4, 8, 15, 15, 15]);
  });

  it('waits up to a quarter longer by chance, so that not all come back at once', () => {
    expect(endAfter(broken, { chance: 1 }).pause).toBe(0.625 * minute);
    expect(endAfter(broken, { chance: 0.5 }).pause).toBe(0.5625 * minute);
  });

  it('says why, since when and how often it has waited', () => {
    expect(endAfter(broken, { waits: 2 })).toMatchObject({
      state: 'waiting',
      problem: { code: 'serverError' },
      waits: 3,
      endedAt: now,
    });
  });

  it('waits eight times without getting further, then stops until the user looks after it', () => {
    expect(endAfter(broken, { waits: 7 }).state).toBe('waiting');
    expect(endAfter(broken, { waits: 8 })).toEqual({
      state: 'stopped',
      problem: { code: 'serverError' },
      endedAt: now,
      dismissed: false,
      pause: undefined,
    });
  });

  it('is seen again where it needs the user, and stays aside where time mends it', () => {
    expect(endAfter(new ProblemError('signInNeeded'))).toMatchObject({ state: 'waiting', dismissed: false });
    expect(endAfter(broken)).not.toHaveProperty('dismissed');
    expect(endAfter(spent)).not.toHaveProperty('dismissed');
  });

  it('counts its waits anew once it has got further', () => {
    expect(endAfter(broken, { waits: 8, isFurther: true })).toMatchObject({
      state: 'waiting',
      waits: 1,
      pause: minute / 2,
    });
  });

  it.each<ProblemCode>(['networkDown', 'tooManyRequests', 'creditsSpent', 'signInNeeded'])(
    'counts no more than four waits for something else: %s',
    (last) => {
      expect(endAfter(broken, { waits: 9, last })).toMatchObject({
        state: 'waiting',
        waits: 4,
        pause: 4 * minute,
      });
    },
  );

  it('does not ask as often as at first where its causes take turns', () => {
    expect(endAfter(spent, { waits: 4, last: 'networkDown' })).toMatchObject({ waits: 4, pause: 8 * hour });
    expect(endAfter(new ProblemError('networkDown'), { waits: 4, last: 'serverError' }).pause).toBe(
      4 * minute,
    );
  });

  it('counts on where Bigin is out of order in another way: it would be asked without end', () => {
    expect(endAfter(broken, { waits: 7, last: 'answerUnreadable' })).toMatchObject({ waits: 8 });
    expect(endAfter(broken, { waits: 8, last: 'answerUnreadable' }).state).toBe('stopped');
  });

  it('waits without end where Bigin is busy, up to an hour each time', () => {
    expect(endAfter(busy, { waits: 50 })).toMatchObject({ state: 'waiting', pause: hour });
  });

  it.each(['networkDown', 'signInBusy'] as const)(
    'waits without end for what is outside of Bigin: %s',
    (code) => {
      expect(endAfter(new ProblemError(code), { waits: 50, last: code })).toMatchObject({
        state: 'waiting',
        pause: 15 * minute,
      });
    },
  );

  it('waits no less than Bigin asks', () => {
    const asks = (retryAfter: number) => new BiginError({ status: 503, code: '', retryAfter });
    expect(endAfter(asks(2 * hour)).pause).toBe(2 * hour);
    expect(endAfter(asks(1)).pause).toBe(minute / 2);
  });

  it.each(['networkDown', 'answerUnreadable', 'signInFailed', 'signInBusy', 'tokensExhausted'] as const)(
    'waits for what passes by itself: %s',
    (code) => {
      expect(endAfter(new ProblemError(code))).toMatchObject({ state: 'waiting', problem: { code } });
    },
  );

  it.each<ProblemCode>(['noPermission', 'refused', 'scopeMissing', 'unexpected'])(
    'stops for what only the user can mend: %s',
    (code) => {
      expect(endAfter(new ProblemError(code)).state).toBe('stopped');
    },
  );

  it('waits for a sign-in until it comes, whatever time it was to go on before', () => {
    const end = endAfter(new ProblemError('signInNeeded'));
    expect(end).toMatchObject({ state: 'waiting', problem: { code: 'signInNeeded' } });
    expect('resumeAt' in end).toBe(true);
    expect(end.resumeAt).toBeUndefined();
  });
});

describe('a job whose credits are spent', () => {
  const ours = (age: number, changes: Partial<Job> = {}) => aJob({ createdAt: now - age, ...changes });

  it('is tried after an hour, then less and less often, after a day at most', () => {
    const pauses = [0, 1, 2, 3, 4, 5, 9].map((waits) => endAfter(spent, { waits }).pause ?? 0);
    expect(pauses.map((pause) => pause / hour)).toEqual([1, 2, 4, 8, 16, 24, 24]);
  });

  it('goes on when the credits of the connection’s own jobs come back, if that is earlier', () => {
    const jobs = [ours(20 * hour), ours(22 * hour), ours(hour)];
    expect(endAfter(spent, { waits: 4, jobs }).pause).toBe(2 * hour);
  });

  it('does not count on those of other connections, or of jobs whose credits have come back', () => {
    const jobs = [ours(22 * hour, { connectionId: 'eu:org2' }), ours(25 * hour), ours(day)];
    expect(endAfter(spent, { waits: 4, jobs }).pause).toBe(16 * hour);
  });

  it('waits five minutes at least', () => {
    expect(endAfter(spent, { waits: 4, jobs: [ours(day - 1)] }).pause).toBe(5 * minute);
  });
});
