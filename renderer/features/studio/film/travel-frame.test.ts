import { expect, test } from 'vitest';
import { movedFrame, sizedFrame } from './travel-frame.ts';
import { travelChoices, travelOf } from './travel-choices.ts';

const frame = { xFrac: 0.1, yFrac: 0.2, widthFrac: 0.8, heightFrac: 0.8 };

test('a frame stays on the photo however far it is drawn', () => {
  expect(movedFrame(frame, 0.05, -0.1)).toEqual({ ...frame, xFrac: 0.15, yFrac: 0.1 });
  expect(movedFrame(frame, 9, 9)).toEqual({ ...frame, xFrac: 0.2, yFrac: 0.2 });
});

test('a frame grows around its middle and is pushed in at the rim', () => {
  expect(sizedFrame(frame, 0.6)).toEqual({
    xFrac: 0.2,
    yFrac: 0.3,
    widthFrac: 0.6,
    heightFrac: 0.6,
  });
  expect(sizedFrame(frame, 1)).toEqual({ xFrac: 0, yFrac: 0, widthFrac: 1, heightFrac: 1 });
});

test('a photo is known by the way it moves', () => {
  for (const { id, travel } of travelChoices) expect(travelOf(travel)).toBe(id);
  expect(travelOf({ from: frame, to: frame })).toBeUndefined();
});
