import type { Format, Language } from '../contract/shapes.ts';
import type { PointFrac, Scene } from './scene.ts';

/** The shop's own look, as templates need it. Colours are `#RRGGBB`. */
export type Brand = {
  logoText: string;
  /** A logo picture instead of the text, and its width by height. */
  logo?: { photoId: string; ratio: number } | undefined;
  colours: { ground: string; paper: string; accent: string };
};

export type PhotoSlot = {
  photoId: string;
  /** Of the source, after its rotation is applied. */
  widthPx: number;
  heightPx: number;
  focus?: PointFrac | undefined;
  /** From `lightnessOf`; without it the photo is taken for white and veils are dark. */
  lightness?: number | undefined;
};

/** What one picture is filled with. Prices are finished texts, as `24,90 €`. */
export type PictureSlots = {
  photo: PhotoSlot;
  title: string;
  price?: string | undefined;
  oldPrice?: string | undefined;
  /** Whole percent off, as 20, when there is an old price. */
  percentOff?: number | undefined;
  /** For words that the template itself says. */
  language: Language;
};

export type SlotName = 'photo' | 'title' | 'price' | 'oldPrice' | 'logo' | 'callToAction' | 'music';

type TemplateBase = {
  id: string;
  names: Record<Language, string>;
  formats: readonly Format[];
  slots: readonly SlotName[];
};

export type PictureTemplate = TemplateBase & {
  kind: 'picture';
  fill(slots: PictureSlots, format: Format, brand: Brand): Scene;
};

export type VideoItem = PictureSlots & { productId?: string | undefined };

/** The beats of a track, for cuts. `beatsMs` counts from the start of the track. */
export type Beats = {
  trackId: string;
  bpm: number;
  beatsMs: readonly number[];
  durationMs: number;
};

export type VideoSlots = {
  /** 3 to 10. */
  items: readonly VideoItem[];
  /** Wished length; the scene's is on a beat near it, within 5 to 60 s. */
  seconds: number;
  /** Said on the first and on the last picture. */
  headline?: string | undefined;
  callToAction: string;
  track?: Beats | undefined;
  language: Language;
};

export type VideoTemplate = TemplateBase & {
  kind: 'video';
  fill(slots: VideoSlots, format: Format, brand: Brand): Scene;
};
