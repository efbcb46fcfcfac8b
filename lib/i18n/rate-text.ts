import { perLanguage } from './formatters';
import { translate } from './translate';

const units = ['second', 'minute', 'hour'] as const;

const formats = perLanguage((language) =>
  Object.fromEntries(
    units.map((unit) => [
      unit,
      new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }),
    ]),
  ),
);

/** Records a millisecond, as a whole number a second; a minute where that is too slow. */
export function rateText(rate: number): string {
  const perSecond = rate * 1000;
  if (perSecond >= 2) return translate('run.ratePerSecond', { count: rounded(perSecond) });
  return translate('run.ratePerMinute', { count: Math.max(1, rounded(perSecond * 60)) });
}

/** How long so many records take at a rate: as exact as one may be about it. */
export function timeLeftText(records: number, rate: number): string {
  const seconds = records / rate / 1000;
  return translate('run.timeLeft', { time: durationText(seconds) });
}

function durationText(seconds: number): string {
  if (seconds <= 50) return amount('second', Math.max(5, Math.ceil(seconds / 5) * 5));
  if (seconds <= 90 * 60) return amount('minute', Math.ceil(seconds / 60));
  return amount('hour', Math.ceil(seconds / 1800) / 2);
}

function amount(unit: (typeof units)[number], count: number): string {
  return formats()[unit]?.format(count) ?? '';
}

/** To two digits, so that it does not flicker. */
function rounded(value: number): number {
  return Number(value.toPrecision(2));
}
