/** From now on `Date` of this program or page tells a time that is `shiftMs` away. A date that is made
 *  from something stays what it is. */
export function moveClock(shiftMs: number): void;
