import type { App, Session, WebContents } from 'electron';
import { isOwnAddress, isSafeOutside } from './own-origin.ts';

/** Our own page may write the clipboard; every other permission is refused, asked or checked. */
const allowedPermissions = new Set(['clipboard-sanitized-write']);

function isAllowed(permission: string, address: string | undefined): boolean {
  return allowedPermissions.has(permission) && address !== undefined && isOwnAddress(address);
}

export function hardenSession(session: Session): void {
  session.setPermissionRequestHandler((contents, permission, answer, details) => {
    answer(details.isMainFrame && isAllowed(permission, contents.getURL()));
  });
  session.setPermissionCheckHandler((contents, permission) =>
    isAllowed(permission, contents?.getURL()),
  );
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
}

/** A page stays where it is: it opens no window, navigates nowhere, holds no web view. What a person
 *  clicked that lies outside goes to `openOutside`. */
export function hardenContents(contents: WebContents, openOutside: (url: string) => void): void {
  contents.setWindowOpenHandler(({ url }) => {
    if (isSafeOutside(url)) openOutside(url);
    return { action: 'deny' };
  });
  contents.on('will-navigate', (event) => {
    if (!isOwnAddress(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    if (!isOwnAddress(event.url)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!isOwnAddress(event.url)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

/** `guardLogin` takes the contents of a login window, which has rules of its own. */
export function hardenApp(
  app: App,
  openOutside: (url: string) => void,
  guardLogin: (contents: WebContents) => boolean = () => false,
): void {
  app.on('web-contents-created', (_event, contents) => {
    if (!guardLogin(contents)) hardenContents(contents, openOutside);
  });
}
