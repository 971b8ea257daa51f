import type { Format, Language } from '../contract/shapes.ts';
import type { FontFamily, PointFrac, Scene } from './scene.ts';

/** The shop's own look, as templates need it. Colours are `#RRGGBB`. */
export type Brand = {
  logoText: string;
  /** A logo picture instead of the text, its width by height, and the colours of its larger parts. */
  logo?: { photoId: string; ratio: number; colours?: readonly string[] | undefined } | undefined;
  colours: { ground: string; paper: string; accent: string };
  /** For dark grounds; without it `logo` stands there too. */
  logoDark?: Brand['logo'];
  /** Families of the font set; without them each template keeps its own. */
  fonts?: BrandFonts | undefined;
  /** How a price stands on a picture: as it is, on a paper tag, or on a round ground. */
  priceStyle?: 'plain' | 'tag' | 'round' | undefined;
  watermark?: Watermark | undefined;
};

export type BrandFonts = { title: FontFamily; text: FontFamily };

/** A mark that stands quietly on every picture: words, or the logo picture. */
export type Watermark = {
  text?: string | undefined;
  photo?: { photoId: string; ratio: number } | undefined;
  place: WatermarkPlace;
  /** 0 to 1. */
  opacity: number;
};
export type WatermarkPlace =
  'top-left' | 'top-right' | 'bottom-left' | 'bottom-right' | 'bottom-center' | 'center';

export type PhotoSlot = {
  photoId: string;
  /** Of the source, after its rotation is applied. */
  widthPx: number;
  heightPx: number;
  focus?: PointFrac | undefined;
  /** From `lightnessOf`; without it the photo is taken for white and veils are dark. */
  lightness?: number | undefined;
};

/** One product of a grid or a carousel. */
export type ProductSlot = {
  productId?: string | undefined;
  photo: PhotoSlot;
  title: string;
  price?: string | undefined;
  oldPrice?: string | undefined;
};

export type QuoteSlot = { text: string; author?: string | undefined; stars?: number | undefined };
/** One line of the opening hours, as `Mardi à samedi` and `9 h – 19 h`. */
export type HoursLine = { days: string; times: string };
export type EventSlot = { name: string; date: string; place?: string | undefined };
export type QuestionSlot = { text: string; choices: readonly string[] };

/** What one picture is filled with. Prices are finished texts, as `24,90 €`. What a template asks for and
 *  is not given it leaves out; `slotsNeeded` says what to ask a person for. */
export type PictureSlots = {
  photo: PhotoSlot;
  title: string;
  price?: string | undefined;
  oldPrice?: string | undefined;
  /** Whole percent off, as 20, when there is an old price. */
  percentOff?: number | undefined;
  /** For words that the template itself says. */
  language: Language;
  /** Products of a grid or a carousel, 2 to 6; without them the one product stands alone. */
  products?: readonly ProductSlot[] | undefined;
  /** How it was before; `photo` is how it is now. */
  beforePhoto?: PhotoSlot | undefined;
  quote?: QuoteSlot | undefined;
  hours?: readonly HoursLine[] | undefined;
  event?: EventSlot | undefined;
  question?: QuestionSlot | undefined;
  /** Text of a QR code: the address of the product. */
  code?: string | undefined;
  /** What a gift card is worth, as `50 €`. */
  valueText?: string | undefined;
  /** Instead of the large word that the template says by itself. */
  headline?: string | undefined;
  /** A few sentences: the story of a product, the rules of a giveaway, a word of thanks. */
  lines?: readonly string[] | undefined;
};

export type SlotName =
  Exclude<keyof PictureSlots, 'language' | 'percentOff'> | 'logo' | 'callToAction' | 'music';

type TemplateBase = {
  id: string;
  names: Record<Language, string>;
  formats: readonly Format[];
  slots: readonly SlotName[];
};

export type PictureTemplate = TemplateBase & {
  kind: 'picture';
  /** For paper: a card, a shelf label. */
  isPrint?: true;
  fill(slots: PictureSlots, format: Format, brand: Brand): Scene;
  /** For a set of pictures that are swiped through: cover, one for each product, an end. `fill` answers
   *  the first of them. */
  fillSlides?(slots: PictureSlots, format: Format, brand: Brand): Scene[];
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
