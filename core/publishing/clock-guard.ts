/** Publishing at the wrong hour is as bad as twice: after a jump of the clock nothing visible happens
 *  until the network's own time agrees. */
export type ClockGuard = {
  /** Called on each tick with the wall clock and a clock that only runs forward. */
  noteTick(wallMs: number, steadyMs: number): void;
  /** The network's `Date`, asked for while it is wanted. */
  noteNetworkDate(dateMs: number, wallMs: number): void;
  isInDoubt(): boolean;
  /** True until the network's `Date` was seen once, and while in doubt: a clock that was set wrong while
   *  the studio was closed jumps for nobody. */
  wantsNetworkDate(): boolean;
};

/** Two minutes: the network's own tolerance for times. */
const toleranceMs = 2 * 60_000;

/** With a manual clock there is nothing to compare with, so it never doubts. */
export function createClockGuard(
  isManual: boolean,
  onChange: (isOff: boolean) => void,
): ClockGuard {
  let last: { wallMs: number; steadyMs: number } | undefined;
  let inDoubt = false;
  let isProved = isManual;

  function setDoubt(value: boolean): void {
    if (inDoubt === value) return;
    inDoubt = value;
    onChange(value);
  }

  return {
    noteTick(wallMs, steadyMs) {
      const drift = last ? wallMs - last.wallMs - (steadyMs - last.steadyMs) : 0;
      last = { wallMs, steadyMs };
      if (!isManual && Math.abs(drift) > toleranceMs) setDoubt(true);
    },
    noteNetworkDate(dateMs, wallMs) {
      if (isManual) return;
      const agrees = Math.abs(dateMs - wallMs) <= toleranceMs;
      isProved ||= agrees;
      setDoubt(!agrees);
    },
    isInDoubt: () => inDoubt,
    wantsNetworkDate: () => inDoubt || !isProved,
  };
}
