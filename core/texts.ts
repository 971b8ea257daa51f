import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import i18next, { type i18n } from 'i18next';
import type { Language } from '../shared/contract/shapes.ts';
import type { Say } from './db/feature-tools.ts';

const languages: readonly Language[] = ['fr', 'en'];

function readNamespaces(folder: string): Record<string, object> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return Object.fromEntries(
    files.map((name) => [
      basename(name, '.json'),
      JSON.parse(readFileSync(join(folder, name), 'utf8')) as object,
    ]),
  );
}

/** Every file of resources/texts/<language>/ is a namespace; a key reads `namespace:path.to.text`. */
export function createSay(resourcesDir: string): Say {
  const resources = Object.fromEntries(
    languages.map((language) => [language, readNamespaces(join(resourcesDir, 'texts', language))]),
  );
  const instance: i18n = i18next.createInstance();
  void instance.init({
    resources,
    fallbackLng: 'en',
    initAsync: false,
    interpolation: { escapeValue: false },
  });
  return (language, key, params) => instance.t(key, { lng: language, ...params });
}
