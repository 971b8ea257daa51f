import type { App, Session, WebContents } from 'electron';
import { isOwnAddress, isSafeOutside } from './own-origin.ts';

/** Our own page may write the clipboard, and hear the microphone; every other permission is refused,
 *  asked or checked. */
const allowedPermissions = new Set(['clipboard-sanitized-write']);

function isAllowed(permission: string, address: string | undefined): boolean {
  return allowedPermissions.has(permission) && address !== undefined && isOwnAddress(address);
}

type MediaAsked = { mediaTypes?: readonly string[]; mediaType?: string };

/** The microphone alone: a camera beside it, or what is not named, is refused. */
function isMicrophone(permission: string, asked: object | undefined): boolean {
  if (permission !== 'media' || !asked) return false;
  const { mediaTypes, mediaType }: MediaAsked = asked;
  return mediaType === 'audio' || (mediaTypes?.length === 1 && mediaTypes[0] === 'audio');
}

export function hardenSession(session: Session): void {
  session.setPermissionRequestHandler((contents, permission, answer, details) => {
    const address = contents.getURL();
    const isOurs =
      isAllowed(permission, address) ||
      (isMicrophone(permission, details) && isOwnAddress(address));
    answer(details.isMainFrame && isOurs);
  });
  session.setPermissionCheckHandler((contents, permission, _origin, details) => {
    const address = contents?.getURL();
    if (isMicrophone(permission, details)) return address !== undefined && isOwnAddress(address);
    return isAllowed(permission, address);
  });
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
