import { readableOn } from '../colours.ts';
import type { BadgeLayer, Layer } from '../scene.ts';
import { block, logoLayer, sans, textStyle } from '../templates/parts.ts';
import { paletteOf } from '../templates/palette.ts';
import { slideIn } from '../templates/video-parts.ts';
import type { PartPlace } from './film-style.ts';

/** Colours of the last part: by default the shop's paper on its ground. */
export type ClosingLook = { ground: string; words: string; accent: string };

/** The last part on a ground of its own, its button in the colour of the words. */
export function closingOn(
  at: PartPlace,
  on: Parameters<typeof paletteOf>[1],
): (Layer | undefined)[] {
  const { ground, ink } = paletteOf(at.brand, on);
  return closingLayers(at, { ground, words: ink, accent: ink });
}

/** The last part: the shop's logo in the middle and what to do now. */
export function closingLayers(
  { place, brand, part, durationMs }: PartPlace,
  look: ClosingLook = {
    ground: brand.colours.ground,
    words: readableOn(brand.colours.paper, brand.colours.ground),
    accent: brand.colours.accent,
  },
): (Layer | undefined)[] {
  const { frame } = place;
  const { ground } = look;
  const quick = Math.min(500, Math.round(durationMs / 3));
  const middle = frame.height / 2;
  const rise = frame.px(5);
  const logo = logoLayer(
    frame,
    brand,
    frame.box(place.centred.x, middle - 18, place.centred.width, 16),
    {
      ...{ size: 12, align: 'center', colour: look.words },
    },
  );
  const text = part.words.callToAction?.trim() ?? '';
  const call = text === '' ? undefined : callToAction(place, text, look, middle + 3);
  return [
    block('ground', frame.whole, ground),
    logo && { ...logo, motions: slideIn(0, rise, quick, quick / 3) },
    call && { ...call, motions: slideIn(0, rise, quick, quick * 0.7) },
  ];
}

function callToAction(
  { frame, centred }: PartPlace['place'],
  text: string,
  { ground, accent }: ClosingLook,
  y: number,
): BadgeLayer {
  const fill = readableOn(accent, ground, 3);
  return {
    ...{ id: 'call-to-action', kind: 'badge', text, fill },
    shape: { kind: 'rounded', radiusPx: frame.px(7) },
    paddingPx: { xPx: frame.px(6), yPx: frame.px(2.5) },
    box: frame.box(centred.x + 2, y, centred.width - 4, 14),
    style: textStyle(frame, {
      ...{ size: 5.4, min: 2.8, font: sans, colour: readableOn(ground, fill) },
      ...{ align: 'center', vertical: 'middle', spacing: 0 },
    }),
  };
}
