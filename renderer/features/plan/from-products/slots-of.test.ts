import { expect, it } from 'vitest';
import { captionOf, slotsOf } from './slots-of.ts';

it('hands over only what belongs to the kind of hours', () => {
  const form = { time: '18:30', count: 3, from: '' };
  expect(slotsOf({ ...form, kind: 'usual' })).toEqual({ kind: 'usual' });
  expect(slotsOf({ ...form, kind: 'weekdays', from: '2026-12-01' })).toEqual({
    kind: 'weekdays',
    time: '18:30',
    from: '2026-12-01',
  });
  expect(slotsOf({ ...form, kind: 'per-week', from: '2026-12' })).toEqual({
    kind: 'per-week',
    time: '18:30',
    count: 3,
  });
});

it('an empty text of a network is none', () => {
  const words = { text: 'a', facebook: ' ', instagram: 'b', hashtags: '#c' };
  expect(captionOf(words)).toEqual({ text: 'a', captions: { instagram: 'b' }, hashtags: '#c' });
});
