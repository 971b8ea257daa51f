import { cpus, freemem, loadavg, totalmem } from 'node:os';

export type BenchLine = {
  name: string;
  ratio: number;
  target: number;
  /** Whether more or less than the target is wanted. */
  better: 'higher' | 'lower';
  pass: boolean;
  oursMs: number;
  yardstickMs: number;
  /** What the yardstick is. */
  against: string;
};

export type Rivals = {
  name: string;
  target: number;
  better: 'higher' | 'lower';
  against: string;
  ours: () => Promise<void>;
  yardstick: () => Promise<void>;
  /** Rounds that count; one before them warms both sides. */
  rounds: number;
};

/** Runs both sides in turn, so that what disturbs the machine disturbs both, and compares medians.
 *  `higher` measures how many times faster ours is, `lower` how many times the yardstick's time it takes. */
export async function compare(rivals: Rivals): Promise<BenchLine> {
  await rivals.ours();
  await rivals.yardstick();
  const ours: number[] = [];
  const yardstick: number[] = [];
  for (let round = 0; round < rivals.rounds; round++) {
    ours.push(await time(rivals.ours));
    yardstick.push(await time(rivals.yardstick));
  }
  return judge(rivals, median(ours), median(yardstick));
}

/** The verdict on two times. */
export function judge(
  { name, target, better, against }: Omit<Rivals, 'ours' | 'yardstick' | 'rounds'>,
  oursMs: number,
  yardstickMs: number,
): BenchLine {
  const ratio = better === 'higher' ? yardstickMs / oursMs : oursMs / yardstickMs;
  const pass = better === 'higher' ? ratio >= target : ratio <= target;
  return { name, ratio, target, better, pass, oursMs, yardstickMs, against };
}

export async function time(work: () => Promise<void>): Promise<number> {
  const beganAtMs = performance.now();
  await work();
  return performance.now() - beganAtMs;
}

export function median(values: readonly number[]): number {
  if (values.length === 0) throw new Error('no values to take the median of');
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

/** `bench <name> <ratio> <target> pass|fail` */
export function benchLine({ name, ratio, target, pass }: BenchLine): string {
  return `bench ${name} ${ratio.toFixed(2)} ${target} ${pass ? 'pass' : 'fail'}`;
}

/** The machine's own figures, without which no ratio can be read. */
export function machineFigures() {
  return {
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryMb: Math.round(totalmem() / 1e6),
    freeMb: Math.round(freemem() / 1e6),
    /** Others at work meanwhile make every ratio less certain. */
    loadBefore: loadavg()[0],
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
  };
}
