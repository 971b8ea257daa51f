import { useTranslation } from 'react-i18next';
import { Chip } from '../../../ui/chip.tsx';
import { useLanguageName } from './use-language-name.ts';

/** In which language the customer writes, where it is not the window's own. */
export function LanguageChip({ language }: { language: string | undefined }) {
  const { i18n } = useTranslation('inbox-team');
  const name = useLanguageName(language);
  if (name === undefined || language === i18n.language) return null;
  return <Chip>{name}</Chip>;
}
