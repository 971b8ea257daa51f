import { createCanvas } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { contextOf } from '../../tests/support/scene-samples.ts';
import { drawQr } from './draw-qr.ts';
import { placeQr, qrModules, qrWarning } from './qr-code.ts';
import type { QrLayer } from './scene.ts';

const layer: QrLayer = {
  id: 'q',
  kind: 'qr',
  text: 'https://laserre.example/arum',
  dark: '#24402F',
  light: '#FFFFFF',
  box: { xPx: 10, yPx: 10, widthPx: 305, heightPx: 330 },
};

test('every module stands on whole pixels, dark where it is dark, with a quiet edge of four', () => {
  const rows = qrModules(layer.text) ?? [];
  const { modulePx, sidePx } = placeQr(layer, rows.length);
  expect(Number.isInteger(modulePx)).toBe(true);
  expect(sidePx).toBe(modulePx * (rows.length + 8));
  const canvas = createCanvas(330, 350);
  drawQr(contextOf(canvas), layer, layer.box);
  const ctx = canvas.getContext('2d');
  const left = 10 + Math.round((305 - sidePx) / 2);
  const top = 10 + Math.round((330 - sidePx) / 2);
  for (let row = -4; row < rows.length + 4; row += 1)
    for (let column = -4; column < rows.length + 4; column += 1) {
      const x = left + (column + 4) * modulePx;
      const y = top + (row + 4) * modulePx;
      const corners = [
        ctx.getImageData(x, y, 1, 1),
        ctx.getImageData(x + modulePx - 1, y + modulePx - 1, 1, 1),
      ];
      const isDark = rows[row]?.[column] === true;
      for (const { data } of corners)
        expect([...data], `${row},${column}`).toEqual(
          isDark ? [36, 64, 47, 255] : [255, 255, 255, 255],
        );
    }
});

test.each<[QrLayer, ReturnType<typeof qrWarning>]>([
  [layer, undefined],
  [{ ...layer, text: '' }, 'empty'],
  [{ ...layer, text: 'é'.repeat(900) }, 'too-long'],
  [{ ...layer, box: { ...layer.box, widthPx: 60 } }, 'too-small'],
  [{ ...layer, dark: '#AAAAAA' }, 'pale'],
  [{ ...layer, dark: '#FFFFFF', light: '#24402F' }, 'inverted'],
  [{ ...layer, quietModules: 0 }, 'no-quiet-edge'],
])('%o: %s', (one, warning) => {
  expect(qrWarning(one)).toBe(warning);
});
