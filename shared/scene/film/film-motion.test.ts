import { expect, test } from 'vitest';
import type { Layer } from '../scene.ts';
import { motionsOf } from './film-motion.ts';

const whole = { widthPx: 1080, heightPx: 1920 };
const box = { xPx: 0, yPx: 0, widthPx: 400, heightPx: 100 };
const price = { id: 'p', kind: 'price', box, text: '19,90 €', oldText: '24,90 €' } as Layer;
const photo = { id: 'f', kind: 'photo', box, photoId: 'x' } as Layer;

test('a slide comes from its side and from as far as was wished', () => {
  const far = motionsOf({ kind: 'slide', side: 'left', distanceFrac: 0.5 }, 'in', photo, whole);
  expect(far).toContainEqual({ kind: 'slide', when: 'in', durationMs: 400, dxPx: -540, dyPx: 0 });
  const usual = motionsOf({ kind: 'slide' }, 'in', photo, whole);
  expect(usual).toContainEqual({ kind: 'slide', when: 'in', durationMs: 400, dxPx: 0, dyPx: 65 });
});

test('a counter begins with the price that was written, else with the old one', () => {
  const begins = (fromText?: string) =>
    motionsOf(
      { kind: 'counter', ...(fromText === undefined ? {} : { fromText }) },
      'in',
      price,
      whole,
    );
  expect(begins('39 €')).toMatchObject([{ kind: 'counter', fromText: '39 €' }]);
  expect(begins(' ')).toMatchObject([{ kind: 'counter', fromText: '24,90 €' }]);
  expect(begins()).toMatchObject([{ kind: 'counter', fromText: '24,90 €' }]);
  expect(motionsOf({ kind: 'counter' }, 'in', photo, whole)).toMatchObject([{ kind: 'fade' }]);
});
