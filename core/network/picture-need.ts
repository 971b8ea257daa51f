import type { TargetState } from '../../shared/contract/shapes.ts';

const hourMs = 3_600_000;

/** The network has fetched a picture long before, or never will: whatever happens, it goes then. */
export const longestNeedMs = 48 * hourMs;
/** Catalogues fetch pictures in their own time. */
export const untargetedNeedMs = 24 * hourMs;
/** A failed or missed post may be tried again, and takes the address that it has for about an hour. */
export const retryNeedMs = hourMs;

/** Until when a picture that was put for a target is needed; `state` is undefined when there is no
 *  such target any more. */
export function neededUntilAt(
  picture: { putAt: number; keepUntilAt: number },
  state: TargetState | undefined,
): number {
  switch (state) {
    case undefined:
    case 'published':
    case 'cancelled':
      return picture.putAt;
    case 'failed':
    case 'missed':
      return Math.min(picture.keepUntilAt, picture.putAt + retryNeedMs);
    default:
      return picture.keepUntilAt;
  }
}

/** Pause after a removal that failed: a minute at first, six hours at most. */
export function removalDelayMs(tries: number): number {
  return Math.min(6 * hourMs, 60_000 * 4 ** tries);
}
/** After about two days the merchant's storage is left to itself. */
export const maxRemovalTries = 12;
