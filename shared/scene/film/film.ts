// A film is a video as a merchant edits it: parts in a row, words and sounds, for all formats at once.
// composeFilm lays it out for one format as a scene; nothing else knows how.
import type { Language } from '../../contract/shapes.ts';
import type { Layer, PointFrac, RectFrac, Side, Transition } from '../scene.ts';

/** What a part is for; each style has a layout for those that it offers. */
export type FilmRole =
  | 'opening'
  | 'product'
  | 'detail'
  | 'price'
  | 'step'
  | 'quote'
  | 'before-after'
  | 'countdown'
  | 'text'
  | 'full'
  | 'closing';

export type FilmPhoto = {
  kind: 'photo';
  assetId: string;
  focus?: PointFrac;
  /** What is seen of the covered area first and last; `still` does not move; without it as the style has it. */
  travel?: { from: RectFrac; to: RectFrac } | 'still';
};
export type FilmClip = {
  kind: 'clip';
  assetId: string;
  /** Where in the clip the part begins. */
  fromMs: number;
  /** 0.25 to 4, by default 1. */
  speed?: number;
  /** 0 to 2; 0 is muted. */
  volume: number;
  focus?: PointFrac;
  /** Its camera's shaking is taken out. */
  steady?: true;
};
export type FilmVisual = FilmPhoto | FilmClip;

/** Finished words of a part, by what they are. Prices as `24,90 €`. */
export type FilmWords = {
  headline?: string;
  title?: string;
  text?: string;
  price?: string;
  oldPrice?: string;
  /** As `−20 %`. */
  percentOff?: string;
  author?: string;
  /** One to five stars of a review. */
  stars?: number;
  callToAction?: string;
  /** What is counted down, as `3` or `J−3`; stands large. */
  count?: string;
  /** When it is, as `Samedi 12 décembre`. */
  date?: string;
  /** Where it is: a shop, a corner of it. */
  place?: string;
};
export type WordSlot = keyof FilmWords;

/** How a layer comes or goes, in words of the editor; composeFilm knows how many pixels that is. */
export type FilmMotion = {
  kind: 'none' | 'fade' | 'slide' | 'scale' | 'wipe' | 'typewriter' | 'counter';
  side?: Side;
  /** By default 400. */
  durationMs?: number;
  /** How far it slides, in shares of the picture's shorter side; by default a little. */
  distanceFrac?: number;
  /** The price that a counter begins with; by default the old one, or nothing. */
  fromText?: string;
};

/** What was changed by hand of a layer that the style lays. Times count from the part's start. */
export type LayerChange = {
  hidden?: true;
  inMs?: number;
  outMs?: number;
  comes?: FilmMotion;
  goes?: FilmMotion;
  /** Away from where the style puts it, in fractions of the picture. */
  moved?: PointFrac;
};

/** A layer of the merchant's own. Its middle stands at this place of the picture in every format; its
 *  size is in pixels of a picture whose shorter side has 1080. Times count from the part's start. */
export type FilmExtra = {
  layer: Layer;
  at: PointFrac;
  inMs?: number;
  outMs?: number;
  comes?: FilmMotion;
  goes?: FilmMotion;
};

export type FilmPart = {
  id: string;
  role: FilmRole;
  durationMs: number;
  visual?: FilmVisual;
  /** How it was before, where a part compares. */
  before?: FilmVisual;
  words: FilmWords;
  productId?: string;
  /** How it takes the place of the part before; `cut` at once; without it as the style has it. */
  transition?: Transition | 'cut';
  /** By the id that the style gives a layer: `photo`, `title`, `price` … */
  changes?: Record<string, LayerChange>;
  extras?: FilmExtra[];
};

export type FilmMusic = {
  /** Of the tracks that ship, or `asset:<id>`. */
  trackId: string;
  startMs: number;
  volume: number;
  fadeInMs: number;
  fadeOutMs: number;
};
/** Something spoken or another sound of the merchant's own, laid over the whole film. */
export type FilmVoice = {
  id: string;
  assetId: string;
  /** When it is heard in the film, and from where in its file. */
  inMs: number;
  fromMs: number;
  durationMs: number;
  volume: number;
  fadeInMs: number;
  fadeOutMs: number;
};
export type FilmAudio = {
  music?: FilmMusic;
  /** Cuts fall on beats of the music. */
  onBeat: boolean;
  voices: FilmVoice[];
  duckingDb: number;
};

export type Caption = { id: string; inMs: number; outMs: number; text: string };
export type FilmCaptions = {
  lines: Caption[];
  look: 'band' | 'plain' | 'strong';
  size: 's' | 'm' | 'l';
  /** Where in the picture; without it where they cover the fewest other words. */
  place?: 'top' | 'middle' | 'foot';
  /** Drawn into the picture; otherwise only exported as a file. */
  burnt: boolean;
};

/** What a feed shows before the video plays. */
export type FilmCover = { kind: 'frame'; atMs: number } | { kind: 'picture'; assetId: string };

export type Film = {
  styleId: string;
  language: Language;
  parts: FilmPart[];
  showPrices: boolean;
  audio: FilmAudio;
  captions: FilmCaptions;
  cover?: FilmCover;
};

export const shortestPartMs = 300;
export const longestFilmMs = 90_000;
export const mostParts = 40;

export function filmDurationMs({ parts }: Pick<Film, 'parts'>): number {
  return parts.reduce((sum, part) => sum + part.durationMs, 0);
}

/** When each part begins and ends. */
export function partTimes({ parts }: Pick<Film, 'parts'>): { startMs: number; endMs: number }[] {
  let endMs = 0;
  return parts.map((part) => {
    const startMs = endMs;
    endMs += part.durationMs;
    return { startMs, endMs };
  });
}
