import type { PhotoSlot, SlotName, VideoSlots, VideoTemplate } from '../template.ts';
import { composeFilm } from './compose-film.ts';
import type { Film } from './film.ts';
import type { FilmStyle } from './film-style.ts';

/** A film of products as its style plans it, before anything is changed by hand. */
export function freshFilm(style: FilmStyle, slots: VideoSlots): Film {
  const { track } = slots;
  return {
    styleId: style.id,
    language: slots.language,
    parts: style.plan(slots),
    showPrices: true,
    audio: {
      ...(track && {
        music: {
          trackId: track.trackId,
          startMs: Math.round(track.beatsMs[0] ?? 0),
          ...{ volume: 0.9, fadeInMs: 0, fadeOutMs: 1200 },
        },
      }),
      onBeat: true,
      voices: [],
      duckingDb: 12,
    },
    captions: { lines: [], look: 'band', size: 'm', burnt: true },
  };
}

const slotNames: readonly SlotName[] = [
  'photo',
  'title',
  'price',
  'oldPrice',
  'logo',
  'callToAction',
  'music',
];

/** A style as a template: products in, a finished scene out. */
export function videoTemplate(style: FilmStyle): VideoTemplate {
  const { id, names, formats } = style;
  return {
    ...{ id, names, formats, kind: 'video', slots: slotNames },
    fill(slots, format, brand) {
      const photos = new Map<string, PhotoSlot>();
      for (const { photo, beforePhoto } of slots.items)
        for (const one of [photo, beforePhoto]) if (one) photos.set(one.photoId, one);
      const facts = { photo: (id: string) => photos.get(id), clip: () => undefined };
      return composeFilm(freshFilm(style, slots), format, { style, brand, facts });
    },
  };
}
