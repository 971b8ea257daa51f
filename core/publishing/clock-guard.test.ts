import { describe, expect, it } from 'vitest';
import { createClockGuard } from './clock-guard.ts';

const minuteMs = 60_000;

function open(isManual = false) {
  const changes: boolean[] = [];
  const guard = createClockGuard(isManual, (isOff) => changes.push(isOff));
  guard.noteTick(1_000_000, 0);
  return { guard, changes };
}

describe('F27 a clock that jumps', () => {
  it('is trusted while wall and steady clock go alike', () => {
    const { guard, changes } = open();
    guard.noteTick(1_000_000 + 15_000, 15_000);
    guard.noteTick(1_000_000 + 15_000 + minuteMs, 15_000);
    expect(guard.isInDoubt()).toBe(false);
    expect(changes).toEqual([]);
  });

  it.each([3 * minuteMs, -3 * minuteMs])('is doubted after %i ms', (jumpMs) => {
    const { guard } = open();
    guard.noteTick(1_000_000 + 15_000 + jumpMs, 15_000);
    expect(guard.isInDoubt()).toBe(true);
  });

  it('is trusted again when the network’s time agrees, and not before', () => {
    const { guard, changes } = open();
    const wallMs = 1_000_000 + 600_000;
    guard.noteTick(wallMs, 15_000);
    guard.noteNetworkDate(wallMs - 600_000, wallMs);
    expect(guard.isInDoubt()).toBe(true);
    guard.noteNetworkDate(wallMs + 30_000, wallMs);
    expect(guard.isInDoubt()).toBe(false);
    expect(changes).toEqual([true, false]);
  });

  it('is compared once after the start, as it may have jumped before', () => {
    const { guard, changes } = open();
    expect(guard.wantsNetworkDate()).toBe(true);
    guard.noteNetworkDate(1_000_000 - 48 * 60 * minuteMs, 1_000_000);
    expect(guard.isInDoubt()).toBe(true);
    guard.noteNetworkDate(1_000_000, 1_000_000);
    expect(guard.wantsNetworkDate()).toBe(false);
    expect(changes).toEqual([true, false]);
  });

  it('is not compared when it is set by hand', () => {
    const { guard } = open(true);
    guard.noteTick(90_000_000, 15_000);
    guard.noteNetworkDate(1_000, 90_000_000);
    expect(guard.isInDoubt()).toBe(false);
    expect(guard.wantsNetworkDate()).toBe(false);
  });
});
