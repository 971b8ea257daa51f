import type { BrowserWindowConstructorOptions } from 'electron';

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
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      navigateOnDragDrop: false,
      spellcheck: true,
    },
  };
}
