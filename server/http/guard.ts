import type { IncomingMessage } from 'node:http';

/** Why a request is refused before anything looks at its path. */
export type Refusal = { status: 401 | 403 | 405 | 415; why: string };

export type Caller = {
  /** Valid `Authorization: Bearer`. */
  hasBearer: boolean;
  /** Valid session cookie. */
  hasCookie: boolean;
};

function countHeader(request: IncomingMessage, name: string): number {
  return request.rawHeaders.filter((text, index) => index % 2 === 0 && text.toLowerCase() === name)
    .length;
}

/** Only the two spellings of our own address, once, to the letter: a page of another name that was
 *  made to resolve to 127.0.0.1 carries that name. */
export function checkHost(request: IncomingMessage, port: number): Refusal | undefined {
  const allowed = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (countHeader(request, 'host') !== 1 || !allowed.includes(request.headers.host ?? '')) {
    return { status: 403, why: 'host' };
  }
  if (!request.url?.startsWith('/') || request.url.startsWith('//')) {
    return { status: 403, why: 'target' };
  }
  return undefined;
}

/** A foreign Origin is refused always. Without one, only a Bearer may change things: scripts send
 *  none, every browser does on what is not a plain read. */
export function checkOrigin(
  request: IncomingMessage,
  caller: Caller,
  needsOrigin: boolean,
): Refusal | undefined {
  const { origin } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (origin !== undefined && origin !== `http://${request.headers.host}`) {
    return { status: 403, why: 'origin' };
  }
  if (origin === undefined && needsOrigin && !caller.hasBearer) {
    return { status: 403, why: 'origin-missing' };
  }
  const isForeignSite = site !== undefined && site !== 'same-origin' && site !== 'none';
  if (isForeignSite && (needsOrigin || request.headers['sec-fetch-mode'] !== 'navigate')) {
    return { status: 403, why: 'site' };
  }
  return undefined;
}

export function checkJson(request: IncomingMessage): Refusal | undefined {
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  return type === 'application/json' ? undefined : { status: 415, why: 'content-type' };
}

/** What a message may be nested. */
export const depthLimit = 32;

/** Whether a value that was read already is nested deeper, as `jsonDepth` counts. */
export function isDeeperThan(value: unknown, limit: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > limit) return true;
    level = level.flatMap((one) =>
      typeof one === 'object' && one !== null ? Object.values(one) : [],
    );
  }
  return false;
}

/** How deep the brackets of a JSON text go; strings are skipped. */
export function jsonDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let index = 0; index < text.length; index += 1) {
    const char = text[index];
    if (inString) {
      if (char === '\\') index += 1;
      else if (char === '"') inString = false;
    } else if (char === '"') inString = true;
    else if (char === '{' || char === '[') deepest = Math.max(deepest, (depth += 1));
    else if (char === '}' || char === ']') depth -= 1;
  }
  return deepest;
}
