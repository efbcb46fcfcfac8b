import { describe, expect, it } from 'vitest';
import { rateText, timeLeftText } from '@/lib/i18n/rate-text';

const perSecond = (records: number) => records / 1000;

describe('a rate in words', () => {
  it.each([
    [123.4, '120 records a second'],
    [2, '2 records a second'],
    [0.5, '30 records a minute'],
    [0.001, '1 record a minute'],
  ])('%s a second', (rate, text) => {
    expect(rateText(perSecond(rate))).toBe(text);
  });

  it.each([
    [1, 'about 5 seconds left'],
    [18, 'about 20 seconds left'],
    [60, 'about 1 minute left'],
    [700, 'about 12 minutes left'],
    [6000, 'about 2 hours left'],
  ])('%s seconds left', (seconds, text) => {
    expect(timeLeftText(seconds * 10, perSecond(10))).toBe(text);
  });
});
