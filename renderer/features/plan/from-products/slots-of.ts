import type { SeriesWish } from '../../../../shared/contract/series.ts';
import type { RememberedWish } from './remember-wish.ts';

/** The hours of a form as the studio takes them: only what belongs to the kind chosen. */
export function slotsOf({ kind, time, count, from }: RememberedWish['slots']): SeriesWish['slots'] {
  const begin = /^\d{4}-\d\d-\d\d$/.test(from) ? { from } : {};
  switch (kind) {
    case 'usual':
      return { kind, ...begin };
    case 'weekdays':
      return { kind, time, ...begin };
    case 'per-week':
      return { kind, time, count, ...begin };
  }
}

/** Words of a form as the studio takes them: an empty text for a network is none of its own. */
export function captionOf(words: RememberedWish['words']): SeriesWish['caption'] {
  const { text, facebook, instagram, hashtags } = words;
  const captions = {
    ...(facebook.trim() && { facebook }),
    ...(instagram.trim() && { instagram }),
  };
  return { text, captions, hashtags };
}
