import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Caller } from './guard.ts';

export type Sessions = {
  /** For scripts, by `Authorization: Bearer`. */
  token: string;
  /** One more address by which a browser may enter, once. */
  newEntryKey(): string;
  caller(request: IncomingMessage): Caller;
  /** Takes a key from an address; answers the cookie to set, or nothing when it was used or is wrong. */
  enter(key: string): string | undefined;
};

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function isEqual(a: string, b: string): boolean {
  return timingSafeEqual(digest(a), digest(b));
}

function readCookie(request: IncomingMessage, name: string): string {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [key, value] = part.trim().split('=');
    if (key === name) return value ?? '';
  }
  return '';
}

/** One 256-bit token a start. In an address it opens the studio once; after that the browser holds a
 *  cookie of its own, which no script can read and no other site sends along. */
export function createSessions(cookieName: () => string): Sessions {
  const token = randomBytes(32).toString('base64url');
  const cookie = randomBytes(32).toString('base64url');
  const entryKeys = new Set([token]);

  function takeKey(key: string): boolean {
    const found = [...entryKeys].find((known) => isEqual(known, key));
    if (found === undefined) return false;
    entryKeys.delete(found);
    return true;
  }

  return {
    token,
    newEntryKey() {
      const key = randomBytes(32).toString('base64url');
      entryKeys.add(key);
      return key;
    },
    caller(request) {
      const header = request.headers.authorization ?? '';
      const bearer = header.startsWith('Bearer ') ? header.slice(7) : '';
      return {
        hasBearer: isEqual(bearer, token),
        hasCookie: isEqual(readCookie(request, cookieName()), cookie),
      };
    },
    enter(key) {
      if (!takeKey(key)) return undefined;
      return `${cookieName()}=${cookie}; Path=/; HttpOnly; SameSite=Strict`;
    },
  };
}
