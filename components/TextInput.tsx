import { useState, type ComponentProps } from 'react';

interface TextInputProps extends Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'onBlur'> {
  value: string;
  onChange: (value: string) => void;
}

/** Shows what is typed as it is typed, wherever in the text, however long storing it takes. */
export function TextInput({ value, onChange, ...props }: TextInputProps) {
  const [draft, setDraft] = useState<string>();
  return (
    <input
      {...props}
      value={draft ?? value}
      onChange={({ target }) => {
        setDraft(target.value);
        onChange(target.value);
      }}
      onBlur={() => setDraft(undefined)}
    />
  );
}
