import { createContext, useCallback, useContext } from 'react';
import type { Language } from '../../shared/contract/shapes.ts';
import { useStudio } from './link-provider.tsx';

/** What the window knows of its language. */
export type WindowLanguage = { readonly language: Language; use(language: Language): void };

export const LanguageContext = createContext<WindowLanguage | undefined>(undefined);

/** The language of the window and how to change it; the studio then answers in it as well. */
export function useLanguage(): [Language, (language: Language) => void] {
  const texts = useContext(LanguageContext);
  const { link } = useStudio();
  if (!texts) throw new Error('LanguageContext is missing.');
  const change = useCallback(
    (language: Language) => {
      if (language === texts.language) return;
      texts.use(language);
      link.reopen();
    },
    [texts, link],
  );
  return [texts.language, change];
}
