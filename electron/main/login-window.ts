import { randomUUID } from 'node:crypto';
import type {
  BrowserWindow,
  BrowserWindowConstructorOptions,
  Event as ElectronEvent,
  Session,
  WebContents,
} from 'electron';
import { hardenedPreferences } from './hardened-preferences.ts';
import { isReturn, mayVisit, type Login } from './login-hosts.ts';

export type LoginWindowUses = {
  makeWindow(options: BrowserWindowConstructorOptions): BrowserWindow;
  /** A session of its own that ends with the program: the partition has no `persist:`. */
  makeSession(partition: string): Session;
};

export type LoginWindows = {
  /** Shows the login; answers the address at which it came back, undefined when it was closed. Rejects
   *  when the page could not be shown. */
  open(login: Login): Promise<string | undefined>;
  close(): void;
  /** Locks contents of a login down in their own way; false when they are none of a login. */
  guard(contents: WebContents): boolean;
};

type Open = {
  login: Login;
  session: Session;
  window?: BrowserWindow;
  settle(address: string | undefined): void;
  fail(error: Error): void;
};
type Navigation = Pick<ElectronEvent, 'preventDefault'> & { url: string; isMainFrame?: boolean };

/** Chromium's word for a load that was stopped, as ours is at the return. */
const aborted = -3;

export function createLoginWindows(uses: LoginWindowUses): LoginWindows {
  let open: Open | undefined;

  function end(which: Open): void {
    if (open === which) open = undefined;
    const { window, session } = which;
    if (window && !window.isDestroyed()) window.destroy();
    // The password's traces go with the window.
    void session.clearStorageData().catch(() => {});
  }

  function show(login: Login): Promise<string | undefined> {
    if (!mayVisit(login.url, login)) return Promise.reject(new Error('not an address of a login'));
    open?.settle(undefined);
    return new Promise((resolve, reject) => {
      const session = uses.makeSession(`login-${randomUUID()}`);
      lockSession(session);
      const shown: Open = {
        login,
        session,
        settle(address) {
          // Destroying the window tells that it was closed: what came first counts.
          resolve(address);
          end(shown);
        },
        fail(error) {
          reject(error);
          end(shown);
        },
      };
      open = shown;
      const window = uses.makeWindow(loginWindowOptions(session));
      shown.window = window;
      window.on('closed', () => shown.settle(undefined));
      // The person sees whom they give their password.
      window.on('page-title-updated', (event) => event.preventDefault());
      window.webContents.on('did-navigate', (_event, url) =>
        window.setTitle(URL.parse(url)?.host ?? ''),
      );
      // A load stopped at the return rejects too; what fails is told by did-fail-load.
      window.loadURL(login.url).catch(() => {});
    });
  }

  function watch(shown: Open, event: Navigation): void {
    const isMain = event.isMainFrame !== false;
    if (isMain && isReturn(event.url, shown.login)) {
      event.preventDefault();
      shown.settle(event.url);
    } else if (!mayVisit(event.url, shown.login)) {
      event.preventDefault();
    }
  }

  return {
    open: show,
    close: () => open?.settle(undefined),
    guard(contents) {
      const shown = open;
      if (!shown || contents.session !== shown.session) return false;
      contents.setWindowOpenHandler(() => ({ action: 'deny' }));
      contents.on('will-attach-webview', (event) => event.preventDefault());
      contents.on('will-navigate', (event) => watch(shown, event));
      contents.on('will-redirect', (event) => watch(shown, event));
      contents.on('will-frame-navigate', (event) => watch(shown, event));
      contents.on('did-fail-load', (_event, code, _text, url, isMainFrame) => {
        if (!isMainFrame || code === aborted) return;
        if (isReturn(url, shown.login)) shown.settle(url);
        else shown.fail(new Error('the login page could not be shown'));
      });
      return true;
    },
  };
}

function lockSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  session.on('will-download', (event) => event.preventDefault());
}

/** No preload and nothing of ours inside: it is somebody else's page. */
export function loginWindowOptions(session: Session): BrowserWindowConstructorOptions {
  return {
    width: 560,
    height: 760,
    title: 'Vitrine',
    autoHideMenuBar: true,
    webPreferences: {
      session,
      ...hardenedPreferences,
      spellcheck: false,
    },
  };
}
