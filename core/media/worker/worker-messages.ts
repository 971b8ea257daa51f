// What the process that holds the database and the media worker say to each other, as JSON.
import type { HardwareEncoder, VideoEncoder } from '../video-encoders.ts';
import type { ProblemCode } from '../../../shared/contract/problems.ts';
import type { FilmPlan } from '../film-arguments.ts';
import type { FilmFact } from '../../../shared/facts.ts';
import type { MonthSheet } from './paper/month-sheet.ts';
import type { SeenColour } from '../../../shared/scene/dominant-colours.ts';
import type { MusicShape } from '../../../shared/rules/music-pieces.ts';
import type { Scene } from '../../../shared/scene/scene.ts';
import type { PhotoWish } from './photo-wish.ts';
import type { TeaserKind } from '../teaser-arguments.ts';

export type Crop = { leftPx: number; topPx: number; widthPx: number; heightPx: number };

export type PhotoFacts = {
  widthPx: number;
  heightPx: number;
  /** How light its lightest parts are, 0 to 1; words drawn over it need a veil to match. */
  lightness: number;
  /** Codes of what the merchant should know: `small`, `cmyk`, `animated`, `pages`. */
  notes: string[];
  look: WrittenLook;
};
/** How a photo looks, as JSON carries it: 64 bits in hex, and 192 bytes of colours in base64. */
export type WrittenLook = { print: string; tones: string };
export type VideoFacts = {
  widthPx: number;
  heightPx: number;
  durationMs: number;
  film: FilmFact;
  notes: string[];
};
export type SoundFacts = { durationMs: number; codec: string; sampleRateHz: number };
/** A part of a photo in fractions of it, from its top left. */
export type Part = { x: number; y: number; width: number; height: number };
export type WrittenFile = {
  path: string;
  widthPx: number;
  heightPx: number;
  sizeBytes: number;
  hash: string;
  /** Of a picture: words were too many for their box. */
  hasCutText?: true;
};

/** Each operation with what it takes and answers. Paths are absolute. */
export type WorkerOps = {
  /** Of a photo that is in the library, from its thumbnail. */
  readLook: { input: { thumbPath: string }; output: WrittenLook };
  /** Writes a copy of a HEIC picture that sharp reads. */
  decodeHeic: {
    input: { path: string; outPath: string };
    output: { kind: 'jpeg' | 'png'; sizeBytes: number; hash: string };
  };
  /** Writes a copy of a picture whose colours sharp would hand on wrongly; none where it does not. */
  plainCopy: {
    input: { path: string; outPath: string };
    output: {
      copy?: { kind: 'jpeg' | 'png'; sizeBytes: number; hash: string };
      /** What the copy does not show of the file. */
      notes?: string[];
    };
  };
  inspectPhoto: { input: { path: string; thumbPath: string }; output: PhotoFacts };
  scalePhoto: {
    input: {
      path: string;
      outPath: string;
      widthPx: number;
      heightPx: number;
      crop?: Crop;
      /** Fitted inside instead of filling, transparent around: logos. */
      contain?: boolean;
      grey?: boolean;
      /** The colour under the photo's holes; without it they stay transparent. */
      paper?: string;
      /** Turned, cropped and worked instead; then `crop`, `contain` and `grey` say nothing. */
      worked?: PhotoWish;
    };
    output: { sizeBytes: number };
  };
  fitPhoto: {
    input: { path: string; outPath: string; maxSidePx: number; maxBytes: number };
    output: { widthPx: number; heightPx: number; sizeBytes: number };
  };
  renderPictures: {
    input: {
      /** Files by the photo ids that the scenes name. */
      photos: Record<string, string>;
      outputs: { scene: Scene; path: string; thumbPath: string }[];
      maxBytes: number;
    };
    output: { files: WrittenFile[] };
  };
  renderVideo: {
    input: {
      scene: Scene;
      photos: Record<string, string>;
      /** Files by the clip ids that the scene names. */
      clips?: Record<string, string>;
      /** Files by the names that the scene gives its sounds: its track's, and those of assets. */
      sounds?: Record<string, string>;
      /** How its music is built, where that is known. */
      music?: { durationMs: number; shape?: MusicShape | undefined } | undefined;
      /** An empty folder of this render alone. */
      folder: string;
      path: string;
      thumbPath: string;
      /** By default software. */
      encoder?: VideoEncoder | undefined;
    };
    output: WrittenFile & {
      durationMs: number;
      /** The wished encoder did not do it; software did. */
      refused?: VideoEncoder | undefined;
    };
  };
  /** Which encoders of this machine make what the networks take; each is tried. */
  findEncoders: { input: { folder: string }; output: { encoders: HardwareEncoder[] } };
  /** Another cut of a photo, as a JPEG both networks take. */
  adaptPhoto: {
    input: {
      path: string;
      outPath: string;
      crop?: Part | undefined;
      frame?: { ratio: number; colour: string } | undefined;
    };
    output: { widthPx: number; heightPx: number; sizeBytes: number };
  };
  /** Another cut of a film, as an MP4 both networks take. */
  adaptVideo: { input: FilmPlan & { folder: string }; output: { sizeBytes: number } };
  /** A few seconds of a film as a picture that moves. `lengthMs` lies within the film. */
  makeTeaser: {
    input: {
      path: string;
      kind: TeaserKind;
      fromMs: number;
      lengthMs: number;
      maxBytes: number;
      /** An empty folder of this alone. */
      folder: string;
      outPath: string;
      thumbPath: string;
    };
    output: WrittenFile & { durationMs: number; frames: number };
  };
  /** A month's calendar and captions as a PDF; `resourcesDir` has the fonts. */
  printMonth: {
    input: { sheet: MonthSheet; path: string; resourcesDir: string };
    output: { pages: number; sizeBytes: number };
  };
  /** A picture as a file for use elsewhere: the studio's own by `filePath` as JPEG and by its scene as the
   *  others, a photo by a plain copy of it. */
  exportPicture: {
    input: {
      kind: 'jpg' | 'png' | 'webp';
      filePath?: string;
      /** Upright, in sRGB, without loss, as `scalePhoto` writes it. */
      photoPath?: string;
      scene?: Scene;
      photos?: Record<string, string>;
      /** Of WebP, and of a photo's JPEG. */
      quality: number;
      copyright?: string | undefined;
      path: string;
    };
    output: { sizeBytes: number };
  };
  /** Cards or labels as a PDF. */
  printScenes: {
    input: {
      layout: 'cards' | 'labels';
      scenes: Scene[];
      photos: Record<string, string>;
      path: string;
      resourcesDir: string;
      title: string;
      author: string;
      copyright?: string | undefined;
    };
    output: { pages: number; sizeBytes: number };
  };
  /** A logo without the edges in which nothing is seen, as PNG; nothing is written when it has none. */
  trimLogo: {
    input: { path: string; outPath: string };
    output:
      { trimmed: false } | { trimmed: true; widthPx: number; heightPx: number; sizeBytes: number };
  };
  /** The colours that a picture is made of, the one seen most first. */
  readPalette: { input: { path: string }; output: { colours: SeenColour[] } };
  /** A small still of a stranger's picture, as WebP. */
  viewPicture: {
    input: { path: string; outPath: string; maxSidePx: number };
    output: {
      widthPx: number;
      heightPx: number;
      sizeBytes: number;
      hash: string;
      /** It is a film of pictures, of which this is the first. */
      moves: boolean;
    };
  };
  /** Is it a font, and what does it say of itself? */
  inspectFont: {
    input: { path: string };
    output: {
      family: string;
      weight: number;
      style: 'normal' | 'italic';
      embedding: 'free' | 'preview' | 'restricted';
      missing: string;
      isVariable: boolean;
      sizeBytes: number;
    };
  };
  inspectSound: { input: { path: string; thumbPath: string; folder: string }; output: SoundFacts };
  /** How a sound or a film's sound rises and falls, and its beats, as a JSON file. */
  traceSound: {
    input: { path: string; outPath: string; folder: string };
    output: { sizeBytes: number };
  };
  probeVideo: { input: { path: string; thumbPath: string; folder: string }; output: VideoFacts };
};
export type WorkerOp = keyof WorkerOps;

export type WorkerRequest =
  | { [Op in WorkerOp]: { id: number; op: Op; input: WorkerOps[Op]['input'] } }[WorkerOp]
  | { cancel: number };

export type WorkerAnswer =
  | { ready: true }
  | { rssBytes: number }
  | { id: number; progressFrac: number }
  /** The end of a task, and what the worker still holds after it. */
  | { id: number; rssBytes: number; output: unknown }
  | {
      id: number;
      rssBytes: number;
      code: ProblemCode;
      params: Record<string, unknown>;
      detail: string;
    };
