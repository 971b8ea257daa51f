import type { AtPoint } from './inbox-uses.ts';

/** For tests of crashes: `VITRINE_KILL_AT=reply.C3` or `reply.C3:2` ends the process without a word at
 *  that point, the first or n-th time it is reached. Does nothing when the variable is not set. */
export function createKillPoint(wanted = process.env['VITRINE_KILL_AT']): AtPoint {
  const match = /^(reply\.C[1-5])(?::(\d+))?$/.exec(wanted ?? '');
  if (!match) return () => {};
  let left = Number(match[2] ?? 1);
  return (point) => {
    if (point !== match[1]) return;
    left -= 1;
    if (left === 0) process.kill(process.pid, 'SIGKILL');
  };
}
