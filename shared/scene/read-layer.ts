// The shapes of a scene's layers as they may come from foreign hands, with bounds that every number
// keeps: nothing in it can ask for more memory or time than a picture needs.
import { z } from 'zod';

/** A layer may hang far out of the picture, but not out of the world. */
const farPx = 20_000;
const px = z.number().min(-farPx).max(farPx);
const sizePx = z.number().min(0).max(farPx);
const frac = z.number().min(0).max(1);
const ms = z
  .number()
  .min(0)
  .max(10 * 60_000);
const name = z.string().min(1).max(200);
/** Films from outside may be long; only pieces of them are used. */
export const filmMs = z
  .number()
  .min(0)
  .max(24 * 3_600_000);
export const speed = z.number().min(0.25).max(4);

const colour = z.string().regex(/^#(?:[0-9A-Fa-f]{6}|[0-9A-Fa-f]{8})$/);
const point = z.object({ xFrac: frac, yFrac: frac });
export const rect = z
  .object({
    xFrac: frac,
    yFrac: frac,
    widthFrac: z.number().min(0.01).max(1),
    heightFrac: z.number().min(0.01).max(1),
  })
  .refine(({ xFrac, widthFrac }) => xFrac + widthFrac <= 1.0001)
  .refine(({ yFrac, heightFrac }) => yFrac + heightFrac <= 1.0001);
const gradient = z.object({
  from: point,
  to: point,
  stops: z
    .array(z.object({ atFrac: frac, colour }))
    .min(1)
    .max(20),
});
export const paint = z.union([colour, gradient]);

const clip = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('rect') }),
  z.object({ kind: z.literal('rounded'), radiusPx: sizePx }),
  z.object({ kind: z.literal('arch') }),
  z.object({ kind: z.literal('ellipse') }),
  z.object({ kind: z.literal('tag'), pointFrac: frac }),
]);

const style = z.object({
  font: z.object({
    family: name,
    weight: z.union([z.literal(400), z.literal(500), z.literal(600)]),
    style: z.literal('italic').optional(),
  }),
  sizePx: z.number().min(1).max(4000),
  minSizePx: z.number().min(1).max(4000),
  colour,
  align: z.enum(['start', 'center', 'end']),
  vertical: z.enum(['top', 'middle', 'bottom']),
  maxLines: z.number().int().min(1).max(60),
  lineHeight: z.number().min(0.5).max(4),
  letterSpacingEm: z.number().min(-0.2).max(2).optional(),
});

const easing = z.enum(['linear', 'ease-out', 'ease-in-out']);
export const side = z.enum(['left', 'right', 'top', 'bottom']);
const moved = {
  when: z.enum(['in', 'out']),
  durationMs: ms,
  easing: easing.optional(),
  delayMs: ms.optional(),
};
const motion = z.discriminatedUnion('kind', [
  z.object({ ...moved, kind: z.literal('fade') }),
  z.object({ ...moved, kind: z.literal('slide'), dxPx: px, dyPx: px }),
  z.object({ ...moved, kind: z.literal('scale'), fromScale: z.number().min(0).max(20) }),
  z.object({ ...moved, kind: z.literal('wipe'), side }),
  z.object({ ...moved, kind: z.literal('typewriter') }),
  z.object({ ...moved, kind: z.literal('counter'), fromText: z.string().max(40).optional() }),
]);
const passing = { durationMs: ms, easing: easing.optional() };
export const transition = z.discriminatedUnion('kind', [
  z.object({ ...passing, kind: z.literal('cross-fade') }),
  z.object({ ...passing, kind: z.literal('slide'), side }),
  z.object({ ...passing, kind: z.literal('zoom') }),
  z.object({ ...passing, kind: z.literal('wipe'), side }),
]);

const base = {
  id: name,
  box: z.object({ xPx: px, yPx: px, widthPx: sizePx, heightPx: sizePx }),
  name: z.string().max(200).optional(),
  locked: z.boolean().optional(),
  hidden: z.boolean().optional(),
  groupId: name.optional(),
  opacity: frac.optional(),
  rotationDeg: z.number().min(-3600).max(3600).optional(),
  inMs: ms.optional(),
  outMs: ms.optional(),
  motions: z.array(motion).max(20).optional(),
  part: z.number().int().min(0).max(99).optional(),
  blend: z.enum(['multiply', 'screen', 'overlay', 'darken', 'lighten', 'soft-light']).optional(),
  shadow: z
    .object({
      dxPx: z.number().min(-400).max(400),
      dyPx: z.number().min(-400).max(400),
      blurPx: z.number().min(0).max(400),
      colour,
    })
    .optional(),
};
const words = z.string().max(2000);

export const layer = z.discriminatedUnion('kind', [
  z.object({
    ...base,
    kind: z.literal('photo'),
    photoId: name,
    clip: clip.optional(),
    crop: rect.optional(),
    focus: point.optional(),
    flip: z.literal('x').optional(),
    tone: z.literal('grey').optional(),
    // Its bounds are its own; read there.
    work: z.unknown().optional(),
    travel: z.object({ from: rect, to: rect, easing }).optional(),
  }),
  z.object({
    ...base,
    kind: z.literal('clip'),
    clipId: name,
    clip: clip.optional(),
    fromMs: filmMs,
    speed: speed.optional(),
    crop: rect.optional(),
    focus: point.optional(),
  }),
  z.object({
    ...base,
    kind: z.literal('shape'),
    shape: clip,
    fill: paint.optional(),
    stroke: z.object({ colour, widthPx: z.number().min(0).max(400) }).optional(),
  }),
  z.object({ ...base, kind: z.literal('text'), text: words, style }),
  z.object({
    ...base,
    kind: z.literal('price'),
    text: words,
    oldText: words.optional(),
    oldPlace: z.enum(['before', 'above']).optional(),
    oldColour: colour.optional(),
    big: z.literal(true).optional(),
    style,
  }),
  z.object({
    ...base,
    kind: z.literal('logo'),
    text: words,
    photoId: name.optional(),
    ratio: z.number().min(0.001).max(1000).optional(),
    ground: z.object({ colour, paddingPx: sizePx }).optional(),
    style,
  }),
  z.object({
    ...base,
    kind: z.literal('badge'),
    text: words,
    shape: clip,
    fill: colour,
    paddingPx: z.object({ xPx: sizePx, yPx: sizePx }),
    hugs: z.literal(true).optional(),
    style,
  }),
  z.object({
    ...base,
    kind: z.literal('qr'),
    text: words,
    dark: colour,
    light: colour,
    quietModules: z.number().int().min(0).max(20).optional(),
  }),
  z.object({
    ...base,
    kind: z.literal('sticker'),
    stickerId: name,
    colour: colour.optional(),
  }),
]);
