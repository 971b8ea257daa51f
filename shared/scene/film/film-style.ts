import type { Format, Language } from '../../contract/shapes.ts';
import type { Layer, Paint, Transition } from '../scene.ts';
import type { Beats, Brand, PhotoSlot, VideoSlots } from '../template.ts';
import type { VideoPlace } from '../templates/video-parts.ts';
import type { FilmPart, FilmRole, WordSlot } from './film.ts';

/** A clip of the library as films need it. Sizes as it is seen, turned upright. */
export type ClipFacts = {
  widthPx: number;
  heightPx: number;
  durationMs: number;
  hasSound: boolean;
};

/** What composing a film has to know of what it names; nothing for what is no longer there. */
export type FilmFacts = {
  photo(assetId: string): PhotoSlot | undefined;
  clip(assetId: string): ClipFacts | undefined;
};

/** One part while it is laid out. Times within it count from its start. */
export type PartPlace = {
  place: VideoPlace;
  brand: Brand;
  language: Language;
  part: FilmPart;
  index: number;
  /** Of all parts. */
  count: number;
  /** The first, second … part of its role, and how many have that role. */
  nth: number;
  ofRole: number;
  durationMs: number;
  /** Until the next part has fully taken its place: what covers the picture stays so long. */
  coveredMs: number;
  photo: PhotoSlot | undefined;
  before: PhotoSlot | undefined;
  facts: FilmFacts;
};

/** A family of layouts and motion for videos. */
export type FilmStyle = {
  id: string;
  names: Record<Language, string>;
  formats: readonly Format[];
  /** Parts that it can lay out, first the one that is added by default. */
  roles: readonly FilmRole[];
  /** Words that it shows of a role, where they are not the usual ones. */
  slots?: Partial<Record<FilmRole, readonly WordSlot[]>>;
  transition: Transition | 'cut';
  ground(brand: Brand): Paint;
  /** A fresh film of products, in time with the music. */
  plan(slots: VideoSlots): FilmPart[];
  /** Layers of one part from back to front, ids unique within the part. The first covers the picture. */
  lay(place: PartPlace): (Layer | undefined)[];
  /** Layers that stand over all parts, as a small logo. Times are the film's. */
  standing?(whole: {
    place: VideoPlace;
    brand: Brand;
    durationMs: number;
    parts: readonly { role: FilmRole; startMs: number; endMs: number }[];
  }): (Layer | undefined)[];
};

const usualSlots: Record<FilmRole, readonly WordSlot[]> = {
  opening: ['headline', 'text'],
  product: ['title', 'price', 'oldPrice'],
  detail: ['title', 'text', 'price', 'oldPrice'],
  price: ['title', 'price', 'oldPrice', 'percentOff'],
  step: ['title', 'text'],
  quote: ['text', 'stars', 'author', 'title'],
  'before-after': ['title', 'price', 'oldPrice'],
  countdown: ['count', 'text', 'date'],
  text: ['headline', 'text'],
  full: ['title'],
  closing: ['callToAction'],
};

/** The words that a style shows in a part of this role, in the order in which a person is asked for
 *  them; none for a role that it does not offer. */
export function slotsOfRole(
  { roles, slots }: Pick<FilmStyle, 'roles' | 'slots'>,
  role: FilmRole,
): readonly WordSlot[] {
  return roles.includes(role) ? (slots?.[role] ?? usualSlots[role]) : [];
}

export type { Beats };
