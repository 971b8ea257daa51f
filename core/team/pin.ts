import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';

export type PinHash = { hash: string; salt: string };

const bytes = 32;
/** About 50 ms of one core and 16 MB: a PIN has few digits, each guess should cost something. */
const cost = { N: 16_384, r: 8, p: 1 } as const;

export function hashPin(pin: string): PinHash {
  const salt = randomBytes(16).toString('hex');
  return { hash: derive(pin, salt).toString('hex'), salt };
}

export function isPin(pin: string, { hash, salt }: PinHash): boolean {
  return timingSafeEqual(derive(pin, salt), Buffer.from(hash, 'hex'));
}

function derive(pin: string, salt: string): Buffer {
  return scryptSync(pin, Buffer.from(salt, 'hex'), bytes, cost);
}

/** How long nobody may try again after `wrong` PINs in a row: three are free, then half a minute that
 *  doubles, an hour at most. Milliseconds. */
export function pinPauseMs(wrong: number): number {
  if (wrong < 3) return 0;
  return Math.min(3_600_000, 30_000 * 2 ** (wrong - 3));
}
