import { EventEmitter } from 'node:events';
import type { App, BrowserWindow, BrowserWindowConstructorOptions, Session } from 'electron';
import { expect, test } from 'vitest';
import { hardenApp } from './harden.ts';
import { createLoginWindows } from './login-window.ts';

const login = {
  url: 'https://www.facebook.com/v26.0/dialog/oauth?client_id=1&state=s',
  returnUrl: 'https://www.facebook.com/connect/login_success.html',
};
const came = `${login.returnUrl}?code=c&state=s`;

class FakeSession extends EventEmitter {
  readonly answers: boolean[] = [];
  isCleared = false;
  readonly partition: string;
  constructor(partition: string) {
    super();
    this.partition = partition;
  }
  setPermissionRequestHandler(
    handler: (contents: unknown, permission: string, answer: (ok: boolean) => void) => void,
  ): void {
    handler(undefined, 'media', (ok) => this.answers.push(ok));
  }
  setPermissionCheckHandler(handler: () => boolean): void {
    this.answers.push(handler());
  }
  setDevicePermissionHandler(handler: () => boolean): void {
    this.answers.push(handler());
  }
  setDisplayMediaRequestHandler(): void {}
  clearStorageData(): Promise<void> {
    this.isCleared = true;
    return Promise.resolve();
  }
}

class FakeContents extends EventEmitter {
  open: (() => { action: string }) | undefined;
  readonly session: unknown;
  constructor(session: unknown) {
    super();
    this.session = session;
  }
  setWindowOpenHandler(handler: () => { action: string }): void {
    this.open = handler;
  }
}

class FakeWindow extends EventEmitter {
  readonly webContents: FakeContents;
  readonly options: BrowserWindowConstructorOptions;
  readonly loaded: string[] = [];
  title = '';
  isGone = false;
  constructor(options: BrowserWindowConstructorOptions, app: EventEmitter) {
    super();
    this.options = options;
    this.webContents = new FakeContents(options.webPreferences?.session);
    // As Electron does: the contents are announced before the window is there.
    app.emit('web-contents-created', {}, this.webContents);
  }
  loadURL(url: string): Promise<void> {
    this.loaded.push(url);
    return Promise.reject(new Error('ERR_ABORTED'));
  }
  setTitle(title: string): void {
    this.title = title;
  }
  isDestroyed = (): boolean => this.isGone;
  destroy(): void {
    this.isGone = true;
    this.emit('closed');
  }
}

function desktop() {
  const app = new EventEmitter();
  const windows: FakeWindow[] = [];
  const sessions: FakeSession[] = [];
  const logins = createLoginWindows({
    makeWindow(options) {
      const made = new FakeWindow(options, app);
      windows.push(made);
      return made as unknown as BrowserWindow;
    },
    makeSession(partition) {
      const made = new FakeSession(partition);
      sessions.push(made);
      return made as unknown as Session;
    },
  });
  hardenApp(app as unknown as App, () => {}, logins.guard);
  return { app, logins, windows, sessions };
}

/** Was the navigation stopped? */
function isStopped(window: FakeWindow | undefined, event: string, url: string, isMainFrame = true) {
  let stopped = false;
  const details = { url, isMainFrame, preventDefault: () => (stopped = true) };
  window?.webContents.emit(event, details);
  return stopped;
}

test.each(['will-redirect', 'will-navigate'])(
  'S23 a login ends at its return, which is never loaded (%s)',
  async (event) => {
    const { logins, windows, sessions } = desktop();
    const returned = logins.open(login);
    const [window] = windows;
    expect(window?.loaded).toEqual([login.url]);
    expect(isStopped(window, event, 'https://www.facebook.com/login.php')).toBe(false);
    expect(isStopped(window, event, came)).toBe(true);
    expect(await returned).toBe(came);
    expect(window?.isGone).toBe(true);
    expect(sessions[0]?.isCleared).toBe(true);
  },
);

test('S23 the window holds nothing of ours and a session that is kept nowhere', () => {
  const { logins, windows, sessions } = desktop();
  void logins.open(login);
  const preferences = windows[0]?.options.webPreferences;
  expect(preferences).toMatchObject({
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
  expect(preferences).not.toHaveProperty('preload');
  expect(preferences?.session).toBe(sessions[0]);
  expect(sessions[0]?.partition).not.toMatch(/^persist:/);
  expect(sessions[0]?.answers).toEqual([false, false, false]);
  let isDownloadStopped = false;
  sessions[0]?.emit('will-download', { preventDefault: () => (isDownloadStopped = true) });
  expect(isDownloadStopped).toBe(true);
  logins.close();
});

test.each(['will-redirect', 'will-navigate', 'will-frame-navigate'])(
  'S23 %s leaves the login’s hosts never',
  (event) => {
    const { logins, windows } = desktop();
    void logins.open(login);
    const elsewhere = ['https://evil.example/', 'file:///etc/hostname', 'http://127.0.0.1/'];
    for (const url of elsewhere) expect(isStopped(windows[0], event, url), url).toBe(true);
    expect(windows[0]?.isGone).toBe(false);
    expect(windows[0]?.webContents.open?.()).toEqual({ action: 'deny' });
    logins.close();
  },
);

test('a frame inside the page cannot end the login', async () => {
  const { logins, windows } = desktop();
  const returned = logins.open(login);
  isStopped(windows[0], 'will-frame-navigate', came, false);
  expect(windows[0]?.isGone).toBe(false);
  windows[0]?.destroy();
  expect(await returned).toBeUndefined();
});

test('closing the window, asking for it, or beginning anew ends a login without an answer', async () => {
  const { logins, windows, sessions } = desktop();
  const first = logins.open(login);
  windows[0]?.destroy();
  expect(await first).toBeUndefined();
  const second = logins.open(login);
  const third = logins.open(login);
  expect(await second).toBeUndefined();
  expect(windows[1]?.isGone).toBe(true);
  logins.close();
  expect(await third).toBeUndefined();
  expect(new Set(sessions.map((one) => one.partition)).size).toBe(3);
  expect(sessions.every((one) => one.isCleared)).toBe(true);
});

test('a page that cannot be shown is an error; the return is no page', async () => {
  const { logins, windows } = desktop();
  const failed = logins.open(login);
  windows[0]?.webContents.emit('did-fail-load', {}, -3, '', login.url, true);
  expect(windows[0]?.isGone).toBe(false);
  windows[0]?.webContents.emit('did-fail-load', {}, -105, '', login.url, true);
  await expect(failed).rejects.toThrow('could not be shown');
  const returned = logins.open(login);
  windows[1]?.webContents.emit('did-fail-load', {}, -102, '', came, true);
  expect(await returned).toBe(came);
});

test('the title says whose page it is', () => {
  const { logins, windows } = desktop();
  void logins.open(login);
  windows[0]?.webContents.emit('did-navigate', {}, 'https://m.facebook.com/login');
  expect(windows[0]?.title).toBe('m.facebook.com');
  let isStoppedByUs = false;
  windows[0]?.emit('page-title-updated', { preventDefault: () => (isStoppedByUs = true) });
  expect(isStoppedByUs).toBe(true);
  logins.close();
});

test('S5 only the open login has rules of its own: other contents stay locked in', async () => {
  const { app, logins, sessions } = desktop();
  void logins.open(login);
  const stranger = new FakeContents({});
  app.emit('web-contents-created', {}, stranger);
  let stopped = false;
  stranger.emit('will-navigate', { url: login.url, preventDefault: () => (stopped = true) });
  expect(stopped).toBe(true);
  logins.close();
  expect(logins.guard(new FakeContents(sessions[0]) as never)).toBe(false);
  await expect(logins.open({ ...login, url: 'file:///etc/passwd' })).rejects.toThrow();
});
