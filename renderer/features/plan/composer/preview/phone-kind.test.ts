import { expect, test } from 'vitest';
import { phoneKind } from './phone-kind.ts';

const of = (...kinds: string[]) => kinds.map((kind) => ({ asset: { kind } }));

test('a lone video is a reel on Instagram and stays a post on Facebook', () => {
  expect(phoneKind('post', 'instagram', of('video'))).toBe('reel');
  expect(phoneKind(undefined, 'instagram', of('video'))).toBe('reel');
  expect(phoneKind('post', 'facebook', of('video'))).toBe('post');
  expect(phoneKind('post', 'instagram', of('video', 'photo'))).toBe('post');
});

test('what was asked for as story or reel is one', () => {
  expect(phoneKind('story', 'instagram', of('video'))).toBe('story');
  expect(phoneKind('reel', 'facebook', of())).toBe('reel');
});
