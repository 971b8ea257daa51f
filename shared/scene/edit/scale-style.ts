import type { Layer, TextStyle } from '../scene.ts';

/** The layer with words, corners and edges so many times as large; its box is the caller's. */
export function scaleStyle(layer: Layer, factor: number): Layer {
  switch (layer.kind) {
    case 'text':
    case 'price':
      return { ...layer, style: scaledText(layer.style, factor) };
    case 'logo':
      return {
        ...layer,
        style: scaledText(layer.style, factor),
        ...(layer.ground && {
          ground: { ...layer.ground, paddingPx: px(layer.ground.paddingPx * factor) },
        }),
      };
    case 'badge':
      return {
        ...layer,
        style: scaledText(layer.style, factor),
        paddingPx: { xPx: px(layer.paddingPx.xPx * factor), yPx: px(layer.paddingPx.yPx * factor) },
        shape: scaledClip(layer.shape, factor),
      };
    case 'shape':
      return { ...layer, shape: scaledClip(layer.shape, factor) };
    case 'photo':
    case 'clip':
      return layer.clip ? { ...layer, clip: scaledClip(layer.clip, factor) } : layer;
    case 'qr':
    case 'sticker':
      return layer;
  }
}

function scaledText(style: TextStyle, factor: number): TextStyle {
  return {
    ...style,
    sizePx: Math.max(4, px(style.sizePx * factor)),
    minSizePx: Math.max(4, px(style.minSizePx * factor)),
  };
}

function scaledClip<T extends { kind: string }>(clip: T, factor: number): T {
  if (clip.kind !== 'rounded' || !('radiusPx' in clip)) return clip;
  return { ...clip, radiusPx: px(Number(clip.radiusPx) * factor) };
}

/** To a tenth of a pixel: enough for the eye, and stable when it is done again and again. */
function px(value: number): number {
  return Math.round(value * 10) / 10;
}
