import { it } from 'vitest';
import { checkSchedules } from './check-schedules';

const anHour = 3_600_000;

// Half of the schedules are in a file of their own, so that two processors play them.
it('whatever happens around a removal and its undo, the laws hold (1 of 2)', () => checkSchedules(1), anHour);
