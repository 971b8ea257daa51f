// A scene is data: a picture or a video described in pixels, with nothing hidden in code. The same
// drawScene draws it on the screen and for the export. It is JSON, so it can be stored and sent.
import type { Format } from '../contract/shapes.ts';
import type { PhotoWork } from './photo-work/photo-work.ts';

/** `#RRGGBB` or `#RRGGBBAA`, sRGB. */
export type Colour = string;

export type Box = { xPx: number; yPx: number; widthPx: number; heightPx: number };
/** A point or a rectangle in fractions (0 to 1) of what it stands on. */
export type PointFrac = { xFrac: number; yFrac: number };
export type RectFrac = { xFrac: number; yFrac: number; widthFrac: number; heightFrac: number };

/** Runs from one point of the box to another. */
export type Gradient = {
  from: PointFrac;
  to: PointFrac;
  stops: { atFrac: number; colour: Colour }[];
};
export type Paint = Colour | Gradient;

export type Easing = 'linear' | 'ease-out' | 'ease-in-out';
export type Side = 'left' | 'right' | 'top' | 'bottom';

/** How a layer comes (`in`) or goes (`out`). `slide` moves by the given pixels, `scale` from `fromScale`;
 *  `wipe` uncovers the box from one side; `typewriter` sets the letters of a text one after another;
 *  `counter` counts the digits of a price up or down from `fromText`, or from nothing. */
export type Motion = {
  when: 'in' | 'out';
  durationMs: number;
  easing?: Easing;
  delayMs?: number;
} & (
  | { kind: 'fade' }
  | { kind: 'slide'; dxPx: number; dyPx: number }
  | { kind: 'scale'; fromScale: number }
  | { kind: 'wipe'; side: Side }
  | { kind: 'typewriter' }
  | { kind: 'counter'; fromText?: string }
);

/** How a part of a video takes the place of the one before: laid over it while `durationMs` passes.
 *  `side` is where it comes from. */
export type Transition = { durationMs: number; easing?: Easing } & (
  | { kind: 'cross-fade' }
  | { kind: 'slide'; side: Side }
  | { kind: 'zoom' }
  | { kind: 'wipe'; side: Side }
);

/** What of the layer is seen. `arch` is a round-headed window; `tag` a paper label with a pointed foot. */
export type Clip =
  | { kind: 'rect' }
  | { kind: 'rounded'; radiusPx: number }
  | { kind: 'arch' }
  | { kind: 'ellipse' }
  | { kind: 'tag'; pointFrac: number };

/** A family of the font set: one that ships, or the shop's own as `own:<id>`. An unknown one is drawn in
 *  Inter. */
export type FontFamily = 'Inter' | 'Fraunces' | (string & {});
export type FontChoice = { family: FontFamily; weight: 400 | 500 | 600; style?: 'italic' };

/** How words stand in their box. They shrink from `sizePx` to `minSizePx` to fit, then end in an ellipsis. */
export type TextStyle = {
  font: FontChoice;
  sizePx: number;
  minSizePx: number;
  colour: Colour;
  align: 'start' | 'center' | 'end';
  vertical: 'top' | 'middle' | 'bottom';
  maxLines: number;
  /** Distance of baselines, in sizes. */
  lineHeight: number;
  letterSpacingEm?: number;
};

export type Blend = 'multiply' | 'screen' | 'overlay' | 'darken' | 'lighten' | 'soft-light';

/** Falls where it says whatever way the layer is turned. */
export type Shadow = { dxPx: number; dyPx: number; blurPx: number; colour: Colour };

type LayerBase = {
  id: string;
  /** As the merchant calls it; by default what it shows. */
  name?: string;
  /** Cannot be picked up in the editor. */
  locked?: boolean;
  /** Not drawn at all. */
  hidden?: boolean;
  /** Layers with the same are selected together; drawing takes no notice. */
  groupId?: string;
  box: Box;
  /** 0 to 1, by default 1. */
  opacity?: number;
  /** Around the middle of the box, clockwise. */
  rotationDeg?: number;
  /** Seen from here (by default from the start) to here (by default to the end). */
  inMs?: number;
  outMs?: number;
  motions?: Motion[];
  /** Place in the scene's `parts` of the part it belongs to, whose transition takes it along. */
  part?: number;
  blend?: Blend;
  shadow?: Shadow;
};

/** Fills its box as `cover`. Standing still it is drawn 1:1; with `travel` the seen part of that cover
 *  goes from one rectangle to the other between the layer's in and out. */
export type PhotoLayer = LayerBase & {
  kind: 'photo';
  photoId: string;
  clip?: Clip;
  /** The part of the upright source that is used at all; `focus` counts in it. */
  crop?: RectFrac;
  focus?: PointFrac;
  /** Mirrored: left is right. */
  flip?: 'x';
  /** Light, colour and background, worked in when the photo is scaled. */
  work?: PhotoWork;
  /** `grey` is greyscale with a little more contrast; made when the photo is scaled. */
  tone?: 'grey';
  travel?: { from: RectFrac; to: RectFrac; easing: Easing };
};
/** A piece of a film; fills its box as `cover`. At the layer's `inMs` it shows the film's `fromMs`, and
 *  then goes on at `speed`; past its last frame that one stays. */
export type ClipLayer = LayerBase & {
  kind: 'clip';
  clipId: string;
  clip?: Clip;
  fromMs: number;
  /** 0.25 to 4, by default 1. */
  speed?: number;
  /** The part of the upright film that is used at all; `focus` counts in it. */
  crop?: RectFrac;
  focus?: PointFrac;
};
export type ShapeLayer = LayerBase & {
  kind: 'shape';
  shape: Clip;
  fill?: Paint;
  stroke?: { colour: Colour; widthPx: number };
};
export type TextLayer = LayerBase & { kind: 'text'; text: string; style: TextStyle };
/** A price with even digits. The old one stands before or above it, smaller and struck through;
 *  `big` sets the currency sign small beside large digits. */
export type PriceLayer = LayerBase & {
  kind: 'price';
  text: string;
  oldText?: string;
  oldPlace?: 'before' | 'above';
  oldColour?: Colour;
  big?: true;
  style: TextStyle;
};
/** The shop's name with its mark, or the shop's own logo picture (fitted, never cut). */
export type LogoLayer = LayerBase & {
  kind: 'logo';
  text: string;
  photoId?: string;
  /** Width by height of the logo picture. */
  ratio?: number;
  /** A ground of its own, this much wider than the logo. */
  ground?: { colour: Colour; paddingPx: number };
  style: TextStyle;
};
/** Words on a ground of their own, as wide as the words need. */
export type BadgeLayer = LayerBase & {
  kind: 'badge';
  text: string;
  shape: Clip;
  fill: Colour;
  paddingPx: { xPx: number; yPx: number };
  /** The ground is also only as high as the words need. */
  hugs?: true;
  style: TextStyle;
};
/** A square code in the middle of its box, of whole pixels a module. */
export type QrLayer = LayerBase & {
  kind: 'qr';
  text: string;
  /** Modules, and the ground under them with its quiet edge. */
  dark: Colour;
  light: Colour;
  /** The quiet edge, in modules; by default the 4 that readers ask for. */
  quietModules?: number;
};
/** A drawing of our own, fitted into its box; ids in stickers/. */
export type StickerLayer = LayerBase & { kind: 'sticker'; stickerId: string; colour?: Colour };
export type Layer =
  | PhotoLayer
  | ClipLayer
  | ShapeLayer
  | TextLayer
  | PriceLayer
  | LogoLayer
  | BadgeLayer
  | QrLayer
  | StickerLayer;

export type SceneAudio = {
  /** Of the tracks that ship, or `asset:<id>` for one of the merchant's own. */
  trackId: string;
  /** Where in the track the scene begins. */
  startMs: number;
  fadeInMs: number;
  fadeOutMs: number;
  /** 0 to 1. */
  volume: number;
};

/** A sound besides the music, from a file of the library: a voice, the sound of a clip, an own recording. */
export type SceneSound = {
  id: string;
  assetId: string;
  /** When it is heard, and from where in its file. */
  inMs: number;
  outMs: number;
  fromMs: number;
  /** As that of the clip it belongs to; the pitch stays. */
  speed?: number;
  /** 0 to 2. */
  volume: number;
  fadeInMs: number;
  fadeOutMs: number;
  /** Music becomes quieter while it is heard. */
  isVoice?: true;
};

export type Scene = {
  format: Format;
  widthPx: number;
  heightPx: number;
  /** 0 for a picture. */
  durationMs: number;
  background: Paint;
  /** Drawn in this order. */
  layers: Layer[];
  audio?: SceneAudio;
  sounds?: SceneSound[];
  /** By how much the music is lowered under a voice, in decibels; by default 12. */
  duckingDb?: number;
  /** Which product each part of a video shows, and from when: for tags and for the strip of scenes. A
   *  part's layers stand together in `layers`. */
  parts?: ScenePart[];
};
export type ScenePart = {
  productId?: string;
  startMs: number;
  endMs: number;
  transition?: Transition;
};

/** Pixels of each format: the sizes that both networks take without scaling. 1.91:1 stays a hair
 *  inside the ratio that Instagram still accepts. */
export const formatSizes: Record<Format, { widthPx: number; heightPx: number }> = {
  '1:1': { widthPx: 1080, heightPx: 1080 },
  '4:5': { widthPx: 1080, heightPx: 1350 },
  '9:16': { widthPx: 1080, heightPx: 1920 },
  '1.91:1': { widthPx: 1200, heightPx: 630 },
  '3:4': { widthPx: 1080, heightPx: 1440 },
  '2:3': { widthPx: 1000, heightPx: 1500 },
  '16:9': { widthPx: 1920, heightPx: 1080 },
  'page-cover': { widthPx: 1640, heightPx: 624 },
  a6: { widthPx: 1240, heightPx: 1748 },
  label: { widthPx: 1063, heightPx: 638 },
};
