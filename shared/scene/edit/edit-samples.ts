import type { Box, Layer, Scene, ShapeLayer, TextLayer } from '../scene.ts';

/** Small scenes for the tests of this folder. */
export function sceneWith(layers: Layer[]): Scene {
  return {
    ...{ format: '1:1', widthPx: 1080, heightPx: 1080, durationMs: 0 },
    ...{ background: '#FFFFFF', layers },
  };
}

export function shape(id: string, box: Box, more: Partial<ShapeLayer> = {}): ShapeLayer {
  return { id, kind: 'shape', shape: { kind: 'rect' }, fill: '#24402F', box, ...more };
}

export function words(id: string, box: Box, more: Partial<TextLayer> = {}): TextLayer {
  return {
    ...{ id, kind: 'text', text: 'Arum', box },
    style: {
      ...{ font: { family: 'Inter', weight: 500 }, sizePx: 40, minSizePx: 20, colour: '#000000' },
      ...{ align: 'center', vertical: 'middle', maxLines: 2, lineHeight: 1.1 },
    },
    ...more,
  };
}
