import { isRecord } from '../../rules/plain-records.ts';

// What was done to a photo, as settings: the photo itself never changes. JSON of numbers, all optional;
// left out means untouched.

/** A rectangle in fractions (0 to 1) of what it stands on. */
type PartFrac = { xFrac: number; yFrac: number; widthFrac: number; heightFrac: number };

/** A line painted over the photo by hand: what lies under it is kept, or counts as background. */
export type TouchUp = {
  mode: 'keep' | 'remove';
  /** In ten thousandths of the photo's longer side. */
  radius: number;
  /** x, y, x, y … in ten thousandths of the upright photo's width and height. */
  points: readonly number[];
};

/** `remove` leaves nothing behind the subject, `plain` a colour, `blur` the softened photo. */
export type PhotoBackground = {
  kind: 'blur' | 'plain' | 'remove';
  /** Of `plain`, as `#RRGGBB`. */
  colour?: string;
  /** Of `blur`: 1 to 100. */
  strength?: number;
  /** How far from the background's colour still counts as background: 0 to 100, 50 when left out. */
  reach?: number;
  touchUps?: readonly TouchUp[];
};

/** In the order in which it is applied: turned, straightened, cropped, then scaled to where it stands;
 *  light and colour; sharpened; background; vignette. */
export type PhotoWork = {
  /** Clockwise. */
  rotateDeg?: 0 | 90 | 180 | 270;
  /** −15 to 15, clockwise; what turns out of the frame is cut away. */
  straightenDeg?: number;
  /** The part that is used, of the turned and straightened photo. */
  crop?: PartFrac;
  /** Stops of light, −2 to 2. */
  exposure?: number;
  /** From here on −100 to 100. */
  contrast?: number;
  highlights?: number;
  shadows?: number;
  /** Positive is warmer. */
  warmth?: number;
  /** Positive is more magenta. */
  tint?: number;
  saturation?: number;
  /** 0 to 100. */
  sharpen?: number;
  /** Positive darkens the corners, negative lightens them. */
  vignette?: number;
  background?: PhotoBackground;
};

export type PhotoSlider =
  | 'straightenDeg'
  | 'exposure'
  | 'contrast'
  | 'highlights'
  | 'shadows'
  | 'warmth'
  | 'tint'
  | 'saturation'
  | 'sharpen'
  | 'vignette';

/** How far each slider goes, and in which steps. */
export const sliderBounds: Record<PhotoSlider, { min: number; max: number; step: number }> = {
  straightenDeg: { min: -15, max: 15, step: 0.1 },
  exposure: { min: -2, max: 2, step: 0.05 },
  contrast: { min: -100, max: 100, step: 1 },
  highlights: { min: -100, max: 100, step: 1 },
  shadows: { min: -100, max: 100, step: 1 },
  warmth: { min: -100, max: 100, step: 1 },
  tint: { min: -100, max: 100, step: 1 },
  saturation: { min: -100, max: 100, step: 1 },
  sharpen: { min: 0, max: 100, step: 1 },
  vignette: { min: -100, max: 100, step: 1 },
};
export const photoSliders = Object.keys(sliderBounds) as PhotoSlider[];

/** Together: an address that carries them stays shorter than any server's limit. */
const maxTouchUps = 60;
const maxTouchUpNumbers = 1200;
export const touchUpUnits = 10_000;
const smallestCropFrac = 0.02;
const colourPattern = /^#[0-9a-fA-F]{6}$/;

/** Settings from anywhere made safe: numbers inside their bounds and on their steps, what changes
 *  nothing left out, everything in one order, so that the same work is the same JSON. Nothing that can
 *  be read is `{}`. */
export function readPhotoWork(value: unknown): PhotoWork {
  if (!isRecord(value)) return {};
  const work: PhotoWork = {};
  const turn = value['rotateDeg'];
  if (turn === 90 || turn === 180 || turn === 270) work.rotateDeg = turn;
  const crop = readCrop(value['crop']);
  for (const slider of photoSliders) {
    const number = readSlider(slider, value[slider]);
    if (number !== 0) work[slider] = number;
    if (slider === 'straightenDeg' && crop) work.crop = crop;
  }
  const background = readBackground(value['background']);
  if (background) work.background = background;
  return work;
}

/** A slider's number brought inside its bounds and on its step; 0 for what is no number. */
export function readSlider(slider: PhotoSlider, value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) return 0;
  const { min, max, step } = sliderBounds[slider];
  const perUnit = Math.round(1 / step);
  return Math.round(Math.min(Math.max(value, min), max) * perUnit) / perUnit + 0;
}

function readCrop(value: unknown): PartFrac | undefined {
  if (!isRecord(value)) return undefined;
  const { xFrac, yFrac, widthFrac, heightFrac } = value;
  if (![xFrac, yFrac, widthFrac, heightFrac].every(Number.isFinite)) return undefined;
  const [x, width] = readSpan(xFrac as number, widthFrac as number);
  const [y, height] = readSpan(yFrac as number, heightFrac as number);
  if (width === 1 && height === 1) return undefined;
  return { xFrac: x, yFrac: y, widthFrac: width, heightFrac: height };
}

function readSpan(from: number, length: number): [from: number, length: number] {
  const safe = round4(Math.min(Math.max(length, smallestCropFrac), 1));
  return [round4(Math.min(Math.max(from, 0), 1 - safe)), safe];
}

function readBackground(value: unknown): PhotoBackground | undefined {
  if (!isRecord(value)) return undefined;
  const { kind, colour } = value;
  if (kind !== 'blur' && kind !== 'plain' && kind !== 'remove') return undefined;
  const background: PhotoBackground = { kind };
  if (kind === 'plain')
    background.colour =
      typeof colour === 'string' && colourPattern.test(colour) ? colour.toUpperCase() : '#FFFFFF';
  if (kind === 'blur') background.strength = readWhole(value['strength'], 1, 100, 50);
  const reach = readWhole(value['reach'], 0, 100, 50);
  if (reach !== 50) background.reach = reach;
  const touchUps = readTouchUps(value['touchUps']);
  if (touchUps.length > 0) background.touchUps = touchUps;
  return background;
}

function readTouchUps(value: unknown): TouchUp[] {
  if (!Array.isArray(value)) return [];
  const touchUps: TouchUp[] = [];
  let room = maxTouchUpNumbers;
  for (const one of value.slice(0, maxTouchUps) as unknown[]) {
    if (!isRecord(one) || !Array.isArray(one['points'])) continue;
    const { mode } = one;
    if (mode !== 'keep' && mode !== 'remove') continue;
    const points = (one['points'] as unknown[])
      .slice(0, room - (room % 2))
      .map((point) => readWhole(point, 0, touchUpUnits, 0));
    if (points.length % 2 === 1) points.pop();
    if (points.length === 0) continue;
    room -= points.length;
    touchUps.push({ mode, radius: readWhole(one['radius'], 10, 2500, 200), points });
  }
  return touchUps;
}

function readWhole(value: unknown, min: number, max: number, otherwise: number): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) return otherwise;
  return Math.round(Math.min(Math.max(value, min), max));
}

/** True when nothing is done to the photo. */
export function isUntouched(work: PhotoWork | undefined): boolean {
  return work === undefined || Object.keys(readPhotoWork(work)).length === 0;
}

/** Stands for the work in keys and names: empty when nothing is done, else 14 hex digits that are the
 *  same wherever the settings are. */
export function photoWorkKey(work: PhotoWork | undefined): string {
  if (work === undefined) return '';
  const clean = readPhotoWork(work);
  return Object.keys(clean).length === 0 ? '' : hashText(JSON.stringify(clean));
}

/** For an address: JSON as base64 that needs no escaping. */
export function writeWorkParam(work: PhotoWork): string {
  const base64 = btoa(JSON.stringify(readPhotoWork(work)));
  return base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** Undefined for what no writeWorkParam wrote. */
export function readWorkParam(param: string): PhotoWork | undefined {
  try {
    return readPhotoWork(JSON.parse(atob(param.replaceAll('-', '+').replaceAll('_', '/'))));
  } catch {
    return undefined;
  }
}

/** Two multiplicative hashes side by side, 53 bits of them: enough to tell settings apart. */
function hashText(text: string): string {
  let a = 0x9e3779b1;
  let b = 0x85ebca6b;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    a = Math.imul(a ^ code, 0x5f356495);
    b = Math.imul(b ^ code, 0x32b2ae35);
  }
  a = Math.imul(a ^ (a >>> 16), 0x45d9f3b) ^ Math.imul(b ^ (b >>> 13), 0x119de1f3);
  b = Math.imul(b ^ (b >>> 16), 0x45d9f3b) ^ Math.imul(a ^ (a >>> 13), 0x119de1f3);
  const number = (b >>> 0) * 0x200000 + ((a >>> 0) & 0x1fffff);
  return number.toString(16).padStart(14, '0');
}

const round4 = (value: number): number => Math.round(value * 10_000) / 10_000;
