import { useFormats } from '../../../link/formats-context.tsx';

/** How a language is called in the window's own; undefined where nobody could tell which it is. */
export function useLanguageName(language: string | undefined): string | undefined {
  const { locale } = useFormats();
  if (language === undefined) return undefined;
  return new Intl.DisplayNames([locale], { type: 'language', fallback: 'none' }).of(language);
}
