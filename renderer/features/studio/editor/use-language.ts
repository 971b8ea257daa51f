import { useTranslation } from 'react-i18next';
import type { Language } from '../../../../shared/contract/shapes.ts';

/** The window's language. */
export function useLanguage(): Language {
  return useTranslation('editor').i18n.language.startsWith('en') ? 'en' : 'fr';
}
