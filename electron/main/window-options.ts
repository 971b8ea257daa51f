import type { BrowserWindowConstructorOptions } from 'electron';
import { hardenedPreferences } from './hardened-preferences.ts';

const backgrounds = { light: '#FAF8F5', dark: '#171513' };

/** The one kind of window there is: no Node inside, sandboxed, own world for the preload. */
export function windowOptions(preload: string, dark: boolean): BrowserWindowConstructorOptions {
  return {
    width: 1280,
    height: 800,
    minWidth: 960,
    minHeight: 640,
    show: false,
    backgroundColor: dark ? backgrounds.dark : backgrounds.light,
    title: 'Vitrine',
    webPreferences: {
      preload,
      ...hardenedPreferences,
      spellcheck: true,
    },
  };
}
