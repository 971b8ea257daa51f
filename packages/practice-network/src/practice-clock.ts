import { readFileSync, renameSync, writeFileSync } from 'node:fs';

export interface PracticeClock {
  now(): number;
  /** Reads the clock file again; costs one small read. */
  refresh(): void;
  set(instantMs: number): void;
  advance(ms: number): void;
}

/** What a clock remembers between runs: how far it is ahead of the computer. */
export interface ClockMemory {
  readAheadMs(): number;
  writeAheadMs(aheadMs: number): void;
}

/** The computer's clock, moved by what control asked for. */
export function openMovableClock(
  memory: ClockMemory,
  read: () => number = Date.now,
): PracticeClock {
  let aheadMs = memory.readAheadMs();
  const move = (next: number): void => {
    aheadMs = next;
    memory.writeAheadMs(next);
  };
  return {
    now: () => read() + aheadMs,
    refresh: () => undefined,
    set: (instantMs) => move(instantMs - read()),
    advance: (ms) => move(aheadMs + ms),
  };
}

/** A clock that stands where a file says; control moves it by writing that file. */
export function openFileClock(path: string): PracticeClock {
  let nowMs = readInstant(path) ?? Date.now();
  const write = (instantMs: number): void => {
    nowMs = instantMs;
    writeFileSync(`${path}.next`, `${new Date(instantMs).toISOString()}\n`);
    renameSync(`${path}.next`, path);
  };
  return {
    now: () => nowMs,
    refresh: () => {
      nowMs = readInstant(path) ?? nowMs;
    },
    set: write,
    advance: (ms) => write(nowMs + ms),
  };
}

function readInstant(path: string): number | undefined {
  try {
    const instantMs = Date.parse(readFileSync(path, 'utf8').trim());
    return Number.isNaN(instantMs) ? undefined : instantMs;
  } catch {
    // Half-written or not there yet: the last known instant stands.
    return undefined;
  }
}

/** The spelling of instants in answers: no colon in the offset. */
export function graphTime(instantMs: number): string {
  return `${new Date(instantMs).toISOString().slice(0, 19)}+0000`;
}
