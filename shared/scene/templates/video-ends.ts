import { readableOn } from '../colours.ts';
import type { BadgeLayer, Layer, LogoLayer } from '../scene.ts';
import type { Brand, VideoSlots } from '../template.ts';
import { block, logoLayer, sans, serif, serifLight, textStyle } from './parts.ts';
import type { CutPlan } from './plan-cuts.ts';
import { fadeIn, fadeOut, slideIn, type VideoPlace } from './video-parts.ts';

/** What the first and the last moments of a video look like. */
export type EndsLook = { ground: string; words: string; accent: string };

/** The last part: the shop's logo in the middle and what to do now. Covers the shot before it. */
export function outroLayers(
  place: VideoPlace,
  slots: VideoSlots,
  brand: Brand,
  plan: CutPlan,
  look: EndsLook,
): (Layer | undefined)[] {
  const { frame } = place;
  const inMs = plan.outroStartMs;
  const lastsMs = plan.durationMs - inMs;
  const quick = Math.min(500, Math.round(lastsMs / 3));
  const middle = frame.height / 2;
  const rise = frame.px(5);
  const logo = logoLayer(
    frame,
    brand,
    frame.box(place.centred.x, middle - 18, place.centred.width, 16),
    {
      size: 12,
      align: 'center',
      colour: look.words,
    },
  );
  return [
    { ...block('outro-ground', frame.whole, look.ground), inMs, motions: [fadeIn(quick)] },
    logo && { ...logo, id: 'outro-logo', inMs, motions: slideIn(0, rise, quick, quick / 3) },
    slots.callToAction.trim() === ''
      ? undefined
      : {
          ...callToAction(place, slots.callToAction, look, middle + 3),
          inMs,
          motions: slideIn(0, rise, quick, quick * 0.7),
        },
  ];
}

function callToAction(place: VideoPlace, text: string, look: EndsLook, y: number): BadgeLayer {
  const { frame } = place;
  return {
    id: 'call-to-action',
    kind: 'badge',
    text,
    shape: { kind: 'rounded', radiusPx: frame.px(7) },
    fill: look.accent,
    paddingPx: { xPx: frame.px(6), yPx: frame.px(2.5) },
    box: frame.box(place.centred.x + 2, y, place.centred.width - 4, 14),
    style: textStyle(frame, {
      size: 5.4,
      min: 2.8,
      font: sans,
      colour: readableOn(look.ground, look.accent),
      align: 'center',
      vertical: 'middle',
      spacing: 0,
    }),
  };
}

export type HeadlineLook = {
  size: number;
  place: readonly [x: number, y: number, width: number, height: number];
  align?: 'start' | 'center';
  vertical?: 'top' | 'middle' | 'bottom';
};

/** A large line in the opening; nothing when there is nothing to say. */
export function headlineLayer(
  place: VideoPlace,
  text: string | undefined,
  plan: CutPlan,
  colour: string,
  look: HeadlineLook,
): Layer | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  const { frame } = place;
  const quick = Math.min(250, Math.round(plan.introEndMs / 4));
  return {
    id: 'headline',
    kind: 'text',
    text,
    box: frame.box(...look.place),
    style: textStyle(frame, {
      size: look.size,
      min: look.size * 0.4,
      font: serifLight,
      colour,
      align: look.align ?? 'start',
      vertical: look.vertical ?? 'middle',
      lines: 3,
    }),
    // There from the first frame on: that frame is what a feed shows before the video plays.
    outMs: plan.introEndMs,
    motions: [fadeOut(quick)],
  };
}

/** The small logo that stays while the products pass. */
export function standingLogo(
  place: VideoPlace,
  brand: Brand,
  colour: string,
  size = 5.8,
): LogoLayer | undefined {
  const { frame, left, top } = place;
  const box = frame.box(left, top, Math.min(60, frame.width / 2), 9);
  const layer = logoLayer(frame, brand, box, { size, font: serif, colour });
  return layer && { ...layer, id: 'standing-logo' };
}
