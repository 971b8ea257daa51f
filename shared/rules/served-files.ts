/** Types of the files that belong to the window; a file of another type is not served. */
const mimeByExtension: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  wasm: 'application/wasm',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  woff2: 'font/woff2',
  ttf: 'font/ttf',
  m4a: 'audio/mp4',
  flac: 'audio/flac',
  wav: 'audio/wav',
};

export function mimeOfFile(pathname: string): string | undefined {
  return mimeByExtension[pathname.slice(pathname.lastIndexOf('.') + 1)];
}

/** Segments of letters, digits and `._@-` that do not begin with a dot: nothing climbs out of the
 *  folder below which it is looked up, on any system. */
export function isPlainPath(pathname: string): boolean {
  return /^(\/[A-Za-z0-9_@-][A-Za-z0-9._@-]*)+$/.test(pathname) && !pathname.includes('..');
}

/** What the studio's own page may do. `nonce` is fresh for each answer; `connect` names where it may
 *  talk to besides its own origin. */
export function pagePolicy(nonce: string, connect: readonly string[] = []): string {
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob:",
    "media-src 'self' blob:",
    "font-src 'self'",
    `connect-src ${["'self'", ...connect].join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    // Text becomes markup through the window's one policy only (renderer/app/trust-style-text.ts).
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ');
}

/** What is not our page may do nothing at all, should a browser show it as one. */
export const closedPolicy = "default-src 'none'; sandbox; frame-ancestors 'none'";

/** Where index.html takes the nonce. */
export const noncePlace = '__CSP_NONCE__';
