import { useState } from 'react';
import { translate } from '@/lib/i18n/translate';

interface StepNewsProps {
  doneCount: number;
  total: number;
  /** The step to do now, where one is left. */
  next: string | undefined;
}

/** Tells a screen reader of each step that gets done, and of none that was done before. */
export function StepNews({ doneCount, total, next }: StepNewsProps) {
  const [doneAtFirst] = useState(doneCount);
  const text =
    next === undefined
      ? translate('welcome.allDone')
      : translate('welcome.stepDone', { count: doneCount, total, next });
  return <output className="visually-hidden">{doneCount > doneAtFirst && text}</output>;
}
