import { describe, expect, test } from 'vitest';
import { loadFonts } from '../../../tests/support/scene-samples.ts';
import type { Format } from '../../contract/shapes.ts';
import { reelBars } from '../../rules/safe-zones.ts';
import { contrast, mix } from '../colours.ts';
import { drawBadge } from '../draw-badge.ts';
import type { DrawContext } from '../draw-context.ts';
import { layoutText } from '../layout-text.ts';
import type { BadgeLayer, Layer } from '../scene.ts';
import { videoPlace } from '../templates/video-parts.ts';
import { captionLayers } from './caption-layers.ts';
import type { FilmCaptions } from './film.ts';

const fonts = loadFonts();
const formats: readonly Format[] = ['9:16', '4:5', '1:1', '16:9'];
const texts = [
  'Voici',
  'Une belle plante d’intérieur qui ne demande presque rien, livrée chez vous en deux jours à peine',
  'Bewässerungsanlagen für die Wohnzimmerfensterbank, innerhalb Deutschlands versandkostenfrei',
  'زنبق الحبشة نبات جميل يعيش طويلا في الظل ويزهر في الشتاء كل عام 🌷',
];
const captions = (look: FilmCaptions['look'], text = texts[0] ?? ''): FilmCaptions => ({
  ...{ look, size: 'l', burnt: true, lines: [{ id: 'x', inMs: 0, outMs: 2000, text }] },
});
const ofKind = (layers: Layer[], kind: Layer['kind']) => layers.find((one) => one.kind === kind);

/** The rectangle that a badge fills, by the path that it draws. */
function groundOf(layer: BadgeLayer): { top: number; foot: number } {
  const ys: number[] = [];
  let isGround = true;
  const point = (...values: number[]) =>
    void (isGround && ys.push(...values.filter((_, index) => index % 2 === 1)));
  const trace = {
    ...{ beginPath: () => {}, closePath: () => {}, save: () => {}, restore: () => {} },
    ...{ moveTo: point, lineTo: point, quadraticCurveTo: point, bezierCurveTo: point },
    arcTo: (_x: number, y: number, _x2: number, y2: number) => point(0, y, 0, y2),
    rect: (_x: number, y: number, _w: number, h: number) => point(0, y, 0, y + h),
    roundRect: (_x: number, y: number, _w: number, h: number) => point(0, y, 0, y + h),
    fill: () => void (isGround = false),
  };
  drawBadge(trace as unknown as DrawContext, layer, layer.box, fonts);
  return { top: Math.min(...ys), foot: Math.max(...ys) };
}

describe('captions in the picture', () => {
  test.each(formats)('stand whole and clear of what networks cover, in %s', (format) => {
    const place = videoPlace(format);
    for (const look of ['band', 'plain', 'strong'] as const)
      for (const text of texts) {
        const [layer] = captionLayers(captions(look, text), place, 2000).slice(-1);
        if (layer?.kind !== 'badge' && layer?.kind !== 'text') throw new Error('no words');
        const padX = layer.kind === 'badge' ? layer.paddingPx.xPx : 0;
        const inner = { ...layer.box, widthPx: layer.box.widthPx - 2 * padX };
        const layout = layoutText(layer.text, layer.style, inner, fonts);
        expect(layout.lines.length).toBeLessThanOrEqual(3);
        expect(layout.isShortened, `${look} ${text}`).toBe(false);
        const { whole } = place.frame;
        const { box } = layer;
        const [topFrac, footFrac] =
          format === '9:16' ? [reelBars.topFrac, reelBars.footFrac] : [0.03, 0.03];
        expect(box.yPx).toBeGreaterThanOrEqual(whole.heightPx * topFrac);
        expect(box.yPx + box.heightPx).toBeLessThanOrEqual(whole.heightPx * (1 - footFrac));
        expect(box.xPx).toBeGreaterThanOrEqual(0);
        expect(box.xPx + box.widthPx).toBeLessThanOrEqual(whole.widthPx);
      }
  });

  test('have a ground as high as their lines', () => {
    const heights = texts.slice(0, 2).map((text) => {
      const layer = ofKind(
        captionLayers(captions('band', text), videoPlace('9:16'), 2000),
        'badge',
      );
      if (layer?.kind !== 'badge') throw new Error('no ground');
      const { top, foot } = groundOf(layer);
      expect(foot).toBeLessThanOrEqual(layer.box.yPx + layer.box.heightPx + 1);
      expect(top).toBeGreaterThanOrEqual(layer.box.yPx - 1);
      return foot - top;
    });
    expect((heights[0] ?? 0) * 1.6).toBeLessThan(heights[1] ?? 0);
  });

  test('can be read over white', () => {
    for (const look of ['band', 'strong'] as const) {
      const badge = ofKind(captionLayers(captions(look), videoPlace('1:1'), 2000), 'badge');
      if (badge?.kind !== 'badge') throw new Error('no ground');
      const alpha = parseInt(badge.fill.slice(7) || 'ff', 16) / 255;
      const ground = mix('#FFFFFF', badge.fill.slice(0, 7), alpha);
      expect(contrast(badge.style.colour, ground)).toBeGreaterThan(4.5);
    }
    const veil = ofKind(captionLayers(captions('plain'), videoPlace('1:1'), 2000), 'shape');
    const fill = veil?.kind === 'shape' && typeof veil.fill === 'object' ? veil.fill : undefined;
    const dark = fill?.stops[1]?.colour ?? '#FFFFFF00';
    const under = mix('#FFFFFF', dark.slice(0, 7), parseInt(dark.slice(7), 16) / 255);
    expect(contrast('#FFFFFF', under)).toBeGreaterThan(4.5);
  });

  test('keep away from other words unless a place was chosen', () => {
    const place = videoPlace('9:16');
    const [foot] = captionLayers(captions('band'), place, 2000);
    const title: Layer = {
      ...{ id: 'title', kind: 'text', text: 'Arum', box: foot?.box ?? place.frame.whole },
      style: foot && 'style' in foot ? foot.style : (undefined as never),
    };
    const [away] = captionLayers(captions('band'), place, 2000, [title]);
    expect((away?.box.yPx ?? 0) + (away?.box.heightPx ?? 0)).toBeLessThan(title.box.yPx + 1);
    const chosen = { ...captions('band'), place: 'foot' as const };
    expect(captionLayers(chosen, place, 2000, [title])[0]?.box).toEqual(title.box);
    expect(captionLayers({ ...captions('band'), burnt: false }, place, 2000)).toEqual([]);
  });
});
