/** For crash tests: ends this very process, as a power cut would, when it gets to the named point.
 *  `VITRINE_KILL_AT=publish.C3:2` means the second time it comes past. Does nothing without it. */
export type AtPoint = (name: string) => void;

export function createKillPoint(wanted = process.env.VITRINE_KILL_AT): AtPoint {
  if (!wanted) return () => {};
  const [point, count = '1'] = wanted.split(':');
  let left = Number(count);
  return (name) => {
    if (name !== point) return;
    left -= 1;
    if (left === 0) process.kill(process.pid, 'SIGKILL');
  };
}
