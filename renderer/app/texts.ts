import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { WindowLanguage } from '../link/language-context.ts';
import { language as languageShape, type Language } from '../../shared/contract/shapes.ts';

type Namespaces = Record<string, object>;

// The studio itself says the sentences of problems; the window needs all other texts.
const files = import.meta.glob<object>(
  ['../../resources/texts/*/*.json', '!../../resources/texts/*/problems-*.json'],
  { eager: true, import: 'default' },
);

const storageKey = 'vitrine-language';

/** The language of the last time, else the first known one that the browser asks for. */
export function firstLanguage(
  storage: Pick<Storage, 'getItem'>,
  wanted: readonly string[],
): Language {
  const candidates = [storage.getItem(storageKey), ...wanted.map((tag) => tag.slice(0, 2))];
  for (const candidate of candidates) {
    const known = languageShape.safeParse(candidate);
    if (known.success) return known.data;
  }
  return 'en';
}

export type Texts = WindowLanguage & { i18n: i18n };

/** All texts of the window, one namespace a file. */
export function createTexts(first: Language): Texts {
  const instance = i18next.createInstance();
  void instance.use(initReactI18next).init({
    lng: first,
    fallbackLng: 'en',
    resources: byLanguage(files),
    initAsync: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  document.documentElement.lang = first;
  return {
    i18n: instance,
    get language() {
      return instance.language === 'fr' ? 'fr' : 'en';
    },
    use(language) {
      window.localStorage.setItem(storageKey, language);
      document.documentElement.lang = language;
      void instance.changeLanguage(language);
    },
  };
}

/** `…/fr/plan.json` becomes `{ fr: { plan } }`. */
function byLanguage(all: Record<string, object>): Record<string, Namespaces> {
  const resources: Record<string, Namespaces> = {};
  for (const [path, content] of Object.entries(all)) {
    const [language, name] = path.split('/').slice(-2);
    if (language && name) (resources[language] ??= {})[name.replace('.json', '')] = content;
  }
  return resources;
}
