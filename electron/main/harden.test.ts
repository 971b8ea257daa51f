import { EventEmitter } from 'node:events';
import type { App, Session, WebContents } from 'electron';
import { expect, test } from 'vitest';
import { hardenApp, hardenContents, hardenSession } from './harden.ts';
import { windowOptions } from './window-options.ts';

const ownPage = 'app://vitrine/index.html';

type Handlers = {
  request(
    contents: { getURL(): string },
    permission: string,
    answer: (ok: boolean) => void,
    details: { isMainFrame: boolean; mediaTypes?: string[] },
  ): void;
  check(
    contents: { getURL(): string } | null,
    permission: string,
    origin?: string,
    details?: { mediaType?: string },
  ): boolean;
  device(): boolean;
  display(request: unknown, answer: (streams: object) => void): void;
};

function fakeSession() {
  const handlers = {} as Handlers;
  const session = {
    setPermissionRequestHandler: (handler: Handlers['request']) => (handlers.request = handler),
    setPermissionCheckHandler: (handler: Handlers['check']) => (handlers.check = handler),
    setDevicePermissionHandler: (handler: Handlers['device']) => (handlers.device = handler),
    setDisplayMediaRequestHandler: (handler: Handlers['display']) => (handlers.display = handler),
  };
  hardenSession(session as unknown as Session);
  return handlers;
}

class FakeContents extends EventEmitter {
  open: ((details: { url: string }) => { action: string }) | undefined;
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.open = handler;
  }
}

function hardened() {
  const contents = new FakeContents();
  const outside: string[] = [];
  hardenContents(contents as unknown as WebContents, (url) => outside.push(url));
  return { contents, outside };
}

function isPrevented(contents: FakeContents, event: string, url: string): boolean {
  let prevented = false;
  contents.emit(event, { url, preventDefault: () => (prevented = true) });
  return prevented;
}

test('S1 the window has no Node, its own world, a sandbox and web security', () => {
  const { webPreferences } = windowOptions('/preload.cjs', true);
  expect(webPreferences).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
  });
  expect(webPreferences).not.toHaveProperty('enableBlinkFeatures');
});

test.each([
  'geolocation',
  'notifications',
  'media',
  'midi',
  'clipboard-read',
  'usb',
  'fullscreen',
  'openExternal',
])('S6 refuses the permission %s, asked or checked', (permission) => {
  const { request, check } = fakeSession();
  const answers: boolean[] = [];
  request({ getURL: () => ownPage }, permission, (ok) => answers.push(ok), { isMainFrame: true });
  expect(answers).toEqual([false]);
  expect(check({ getURL: () => ownPage }, permission)).toBe(false);
});

test('S6 allows writing the clipboard to our own top frame alone', () => {
  const { request, check } = fakeSession();
  const answers: boolean[] = [];
  const name = 'clipboard-sanitized-write';
  for (const [url, isMainFrame] of [
    [ownPage, true],
    [ownPage, false],
    ['https://evil.example/', true],
  ] as const) {
    request({ getURL: () => url }, name, (ok) => answers.push(ok), { isMainFrame });
  }
  expect(answers).toEqual([true, false, false]);
  expect(check(null, name)).toBe(false);
});

test('S6 gives the microphone to our own top frame, and a camera to nobody', () => {
  const { request, check } = fakeSession();
  const asked = (url: string, isMainFrame: boolean, mediaTypes: string[]) => {
    const answers: boolean[] = [];
    const details = { isMainFrame, mediaTypes };
    request({ getURL: () => url }, 'media', (ok) => answers.push(ok), details);
    return answers;
  };
  expect(asked(ownPage, true, ['audio'])).toEqual([true]);
  expect(asked(ownPage, false, ['audio'])).toEqual([false]);
  expect(asked('https://evil.example/', true, ['audio'])).toEqual([false]);
  for (const types of [['video'], ['audio', 'video'], []])
    expect(asked(ownPage, true, types)).toEqual([false]);
  const own = { getURL: () => ownPage };
  expect(check(own, 'media', ownPage, { mediaType: 'audio' })).toBe(true);
  expect(check(own, 'media', ownPage, { mediaType: 'video' })).toBe(false);
  expect(check(null, 'media', ownPage, { mediaType: 'audio' })).toBe(false);
});

test('S6 refuses devices and screens', () => {
  const { device, display } = fakeSession();
  expect(device()).toBe(false);
  const given: object[] = [];
  display({}, (streams) => given.push(streams));
  expect(given).toEqual([{}]);
});

test.each(['will-navigate', 'will-redirect', 'will-frame-navigate'])(
  'S5 %s leaves our page never',
  (event) => {
    const { contents } = hardened();
    for (const url of [
      'https://evil.example/',
      'file:///etc/hostname',
      'app://evil/',
      'data:text/html,x',
      'javascript:1',
    ]) {
      expect(isPrevented(contents, event, url), url).toBe(true);
    }
    expect(isPrevented(contents, event, ownPage)).toBe(false);
  },
);

test('S5 opens no window; a safe address goes to the browser', () => {
  const { contents, outside } = hardened();
  for (const url of [
    'https://shop.example/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'smb://host/share',
  ]) {
    expect(contents.open?.({ url })).toEqual({ action: 'deny' });
  }
  expect(outside).toEqual(['https://shop.example/']);
});

test('S5 no web view is attached, whichever contents appear', () => {
  const app = new EventEmitter();
  hardenApp(app as unknown as App, () => {});
  const contents = new FakeContents();
  app.emit('web-contents-created', {}, contents);
  expect(isPrevented(contents, 'will-attach-webview', '')).toBe(true);
});
