import { readableOn } from '../colours.ts';
import type { Box, Clip, Colour, FontFamily, Layer, Scene, TextStyle } from '../scene.ts';

/** The shop's look as far as fresh layers take it up. */
export type LayerLook = {
  title: FontFamily;
  text: FontFamily;
  ground: Colour;
  paper: Colour;
  accent: Colour;
};

export type NewLayer =
  | { kind: 'text'; text: string; isTitle?: boolean }
  | { kind: 'shape'; shape: Clip }
  | { kind: 'price'; text: string }
  | { kind: 'badge'; text: string }
  | { kind: 'qr'; text: string }
  | { kind: 'sticker'; stickerId: string }
  | { kind: 'logo'; text: string; photo?: { photoId: string; ratio: number } | undefined }
  | { kind: 'photo'; photoId: string; ratio: number };

/** A fresh layer in the middle of the picture, readable on its ground. */
export function createLayer(wish: NewLayer, scene: Scene, look: LayerLook, id: string): Layer {
  const unit = Math.min(scene.widthPx, scene.heightPx) / 100;
  const ink = readableOn(look.ground, groundOf(scene, look));
  switch (wish.kind) {
    case 'text': {
      const sizePx = unit * (wish.isTitle ? 9 : 5);
      const font = { family: wish.isTitle ? look.title : look.text, weight: 500 } as const;
      const style = { ...words(sizePx, ink), font, maxLines: wish.isTitle ? 3 : 8 };
      return {
        id,
        kind: 'text',
        text: wish.text,
        box: middle(scene, 72, wish.isTitle ? 22 : 14),
        style,
      };
    }
    case 'shape':
      return {
        id,
        kind: 'shape',
        shape: wish.shape,
        fill: look.accent,
        box: middle(scene, 36, 36),
      };
    case 'price': {
      const style = {
        ...words(unit * 10, ink),
        font: { family: look.title, weight: 600 } as const,
      };
      return { id, kind: 'price', text: wish.text, box: middle(scene, 48, 14), style };
    }
    case 'badge':
      return badge(wish.text, scene, look, id);
    case 'qr':
      return {
        id,
        kind: 'qr',
        text: wish.text,
        dark: '#000000',
        light: '#FFFFFF',
        box: middle(scene, 26, 26),
      };
    case 'sticker':
      return {
        id,
        kind: 'sticker',
        stickerId: wish.stickerId,
        colour: look.accent,
        box: middle(scene, 24, 24),
      };
    case 'logo': {
      const style = { ...words(unit * 6, ink), font: { family: look.title, weight: 500 } as const };
      const box = logoBox(scene, wish.photo?.ratio);
      return { id, kind: 'logo', text: wish.text, style, ...wish.photo, box };
    }
    case 'photo':
      return { id, kind: 'photo', photoId: wish.photoId, box: photoBox(scene, wish.ratio) };
  }
}

function badge(text: string, scene: Scene, look: LayerLook, id: string): Layer {
  const unit = Math.min(scene.widthPx, scene.heightPx) / 100;
  const style = words(unit * 4.4, readableOn(look.paper, look.accent));
  return {
    ...{ id, kind: 'badge', text, fill: look.accent, box: middle(scene, 34, 9) },
    shape: { kind: 'rounded', radiusPx: unit * 4.5 },
    paddingPx: { xPx: unit * 3.2, yPx: unit * 1.6 },
    style: { ...style, font: { family: look.text, weight: 600 }, maxLines: 1 },
  };
}

function words(
  sizePx: number,
  colour: Colour,
): Omit<TextStyle, 'font'> & { font: TextStyle['font'] } {
  return {
    font: { family: 'Inter', weight: 500 },
    sizePx: Math.round(sizePx),
    minSizePx: Math.round(sizePx * 0.4),
    ...{ colour, align: 'center', vertical: 'middle', maxLines: 1, lineHeight: 1.1 },
  };
}

function groundOf(scene: Scene, look: LayerLook): Colour {
  const { background } = scene;
  if (typeof background === 'string') return background.slice(0, 7);
  return background.stops[0]?.colour.slice(0, 7) ?? look.paper;
}

/** In hundredths of the shorter side, in the middle of the picture. */
function middle(scene: Scene, width: number, height: number): Box {
  const unit = Math.min(scene.widthPx, scene.heightPx) / 100;
  return centred(scene, width * unit, height * unit);
}

/** A picture's size is its area, whatever its shape. */
function logoBox(scene: Scene, ratio: number | undefined): Box {
  if (ratio === undefined) return middle(scene, 56, 9);
  const wide = Math.min(70, 24 * Math.sqrt(ratio));
  return middle(scene, wide, wide / ratio);
}

/** As large as fits well, in the photo's own shape. */
function photoBox(scene: Scene, ratio: number): Box {
  const [most, tall] = [scene.widthPx * 0.6, scene.heightPx * 0.6];
  const widthPx = Math.min(most, tall * ratio);
  return centred(scene, widthPx, widthPx / ratio);
}

function centred(scene: Scene, width: number, height: number): Box {
  const [widthPx, heightPx] = [Math.round(width), Math.round(height)];
  return {
    xPx: Math.round((scene.widthPx - widthPx) / 2),
    yPx: Math.round((scene.heightPx - heightPx) / 2),
    ...{ widthPx, heightPx },
  };
}
