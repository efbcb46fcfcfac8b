import { useId } from 'react';
import type { ModuleName } from '@/lib/bigin/modules';
import { translate } from '@/lib/i18n/translate';
import styles from './ModuleChoice.module.css';

interface ModuleChoiceProps {
  /** Each module with what it is called beside the number of its records: `3 Tasks`. */
  options: readonly { module: ModuleName; label: string }[];
  chosen: ModuleName;
  onChoose: (module: ModuleName) => void;
}

/** Which of the modules that are selected is worked on: one job is of one module. */
export function ModuleChoice({ options, chosen, onChoose }: ModuleChoiceProps) {
  const name = useId();
  return (
    <fieldset className={styles.choice}>
      <legend className="visually-hidden">{translate('popup.module')}</legend>
      {options.map(({ module, label }) => (
        <label key={module} className={styles.option}>
          <input
            type="radio"
            name={name}
            className="visually-hidden"
            checked={module === chosen}
            onChange={() => onChoose(module)}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
