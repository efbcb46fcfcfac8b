import { LanguageField } from '@/components/LanguageField';
import { ProblemNotice } from '@/components/ProblemNotice';
import { SavedMark } from '@/components/SavedMark';
import { Section } from '@/components/Section';
import { ThemeField } from '@/components/ThemeField';
import { explain } from '@/lib/bigin/errors/explain';
import { translate } from '@/lib/i18n/translate';
import { readAppearance, saveAppearance } from '@/lib/settings/appearance';
import { appearanceQuery } from './queries';
import { useStored } from './useStored';

/** Every page of ours follows what is stored, this one with them. */
export function AppearanceSettings() {
  const {
    settings: appearance,
    change,
    isSaved,
    error,
  } = useStored(appearanceQuery, readAppearance, saveAppearance);
  if (!appearance) return null;
  return (
    <Section id="appearance" heading={translate('appearance.title')} note={<SavedMark isSaved={isSaved} />}>
      <ThemeField value={appearance.theme} onChange={(theme) => change({ ...appearance, theme })} />
      <LanguageField
        value={appearance.language}
        onChange={(language) => change({ ...appearance, language })}
      />
      <ProblemNotice problem={error ? explain(error) : undefined} />
    </Section>
  );
}
