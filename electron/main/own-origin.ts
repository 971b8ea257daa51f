import { isMixedScript } from '../../shared/rules/mixed-script.ts';

export const appScheme = 'app';
export const appHost = 'vitrine';
export const appAddress = `${appScheme}://${appHost}/`;

/** Is this address one of our own page? `new URL('app://vitrine').origin` is the text `null`, and so is
 *  that of any other such address: scheme and host are compared. */
export function isOwnAddress(address: string): boolean {
  const url = URL.parse(address);
  return (
    url?.protocol === `${appScheme}:` && url.host === appHost && !url.username && !url.password
  );
}

/** May this address be handed to the person's browser or mail program? */
export function isSafeOutside(address: string): boolean {
  const url = URL.parse(address);
  if (!url || url.username || url.password) return false;
  if (url.protocol === 'mailto:') return true;
  if (url.protocol === 'https:') return url.hostname !== '' && !isMixedScript(address);
  // The practice network's own pages.
  return url.protocol === 'http:' && url.hostname === '127.0.0.1';
}
