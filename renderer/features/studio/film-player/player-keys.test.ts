import { expect, test } from 'vitest';
import { playerKey } from './player-keys.ts';

function pressed(key: string, shiftKey = false, isPlaying = false): string[] {
  const done: string[] = [];
  const note =
    (name: string) =>
    (...values: unknown[]) =>
      void done.push([name, ...values].join(' '));
  playerKey(
    { key, shiftKey },
    {
      ...{ isPlaying, isMuted: false, durationMs: 9000 },
      ...{ play: note('play'), pause: note('pause'), seek: note('seek') },
      ...{ stepFrames: note('frames'), stepPart: note('part'), setMuted: note('muted') },
    },
  )?.();
  return done;
}

test('keys play, step and go to the ends; others do nothing', () => {
  expect(pressed(' ')).toEqual(['play']);
  expect(pressed('k', false, true)).toEqual(['pause']);
  expect(pressed('ArrowLeft')).toEqual(['frames -1']);
  expect(pressed('ArrowRight', true)).toEqual(['frames 30']);
  expect(pressed('PageDown')).toEqual(['part 1']);
  expect(pressed('Home')).toEqual(['seek 0']);
  expect(pressed('End')).toEqual(['seek 9000']);
  expect(pressed('m')).toEqual(['muted true']);
  expect(pressed('x')).toEqual([]);
});
