import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createAutosave, type SaveState } from './create-autosave.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function setUp(save: (value: string) => Promise<void>) {
  const states: SaveState[] = [];
  const autosave = createAutosave<string>({
    save,
    delayMs: 700,
    onState: (state) => states.push(state),
  });
  return { autosave, states };
}

test('F21 saves within the delay of the first change, also while somebody keeps writing', async () => {
  const saved: string[] = [];
  const { autosave } = setUp(async (value) => void saved.push(value));
  for (const text of ['a', 'ab', 'abc']) {
    autosave.touch(text);
    await vi.advanceTimersByTimeAsync(300);
  }
  expect(saved).toEqual(['abc']);
});

test('runs one save at a time and then the newest value', async () => {
  const saved: string[] = [];
  let release = (): void => {};
  const { autosave } = setUp((value) => {
    saved.push(value);
    return new Promise<void>((resolve) => (release = resolve));
  });
  autosave.touch('first');
  await vi.advanceTimersByTimeAsync(700);
  autosave.touch('second');
  autosave.touch('third');
  await vi.advanceTimersByTimeAsync(5_000);
  expect(saved).toEqual(['first']);
  release();
  await vi.advanceTimersByTimeAsync(0);
  expect(saved).toEqual(['first', 'third']);
  release();
});

test('flush waits for the running save and saves what came after it', async () => {
  const saved: string[] = [];
  const { autosave, states } = setUp(async (value) => void saved.push(value));
  autosave.touch('only');
  await autosave.flush();
  expect(saved).toEqual(['only']);
  expect(states.at(-1)).toBe('saved');
  await autosave.flush();
  expect(saved).toEqual(['only']);
});

test('a failed save is told, kept, and tried again with the next flush', async () => {
  let fail = true;
  const saved: string[] = [];
  const { autosave, states } = setUp((value) => {
    if (fail) return Promise.reject(new Error('disk'));
    saved.push(value);
    return Promise.resolve();
  });
  autosave.touch('words');
  await expect(autosave.flush()).rejects.toThrow('disk');
  expect(states.at(-1)).toBe('failed');
  fail = false;
  await autosave.flush();
  expect(saved).toEqual(['words']);
});

test('is at work from the first change until it is saved, also after a save that failed', async () => {
  let end = (_isGood: boolean): void => {};
  const { autosave } = setUp(
    () =>
      new Promise<void>((resolve, reject) => {
        end = (isGood) => (isGood ? resolve() : reject(new Error('disk')));
      }),
  );
  expect(autosave.isAtWork()).toBe(false);
  autosave.touch('words');
  expect(autosave.isAtWork()).toBe(true);
  const first = autosave.flush();
  expect(autosave.isAtWork()).toBe(true);
  end(false);
  await expect(first).rejects.toThrow('disk');
  expect(autosave.isAtWork()).toBe(true);
  const second = autosave.flush();
  await vi.advanceTimersByTimeAsync(0);
  end(true);
  await second;
  expect(autosave.isAtWork()).toBe(false);
});
