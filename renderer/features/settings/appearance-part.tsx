import { useMantineColorScheme } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../link/language-context.ts';
import { useApi } from '../../link/link-provider.tsx';
import { useChange } from '../../link/use-change.ts';
import { Segments } from '../../ui/segments.tsx';

const languages = [
  { value: 'fr', label: 'Français' },
  { value: 'en', label: 'English' },
] as const;

/** Language of the texts, light or dark. */
export function AppearancePart() {
  const { t } = useTranslation('settings');
  const api = useApi();
  const [language, setLanguage] = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const save = useChange(api.app.setLanguage.mutationOptions());
  const schemes = (['auto', 'light', 'dark'] as const).map((value) => ({
    value,
    label: t(`appearance.${value}`),
  }));
  return (
    <div className="settings-form">
      <div>
        <span className="field-label">{t('appearance.language')}</span>
        <Segments
          label={t('appearance.language')}
          value={language}
          options={languages}
          onChange={(next) => {
            // Told first: the shop's language decides for every window.
            save.mutate({ language: next }, { onSuccess: () => setLanguage(next) });
          }}
        />
      </div>
      <div>
        <span className="field-label">{t('appearance.scheme')}</span>
        <Segments
          label={t('appearance.scheme')}
          value={colorScheme}
          options={schemes}
          onChange={setColorScheme}
        />
      </div>
    </div>
  );
}
