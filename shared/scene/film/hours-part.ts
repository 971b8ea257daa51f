import type { VideoSlots } from '../template.ts';
import type { FilmPart } from './film.ts';

/** A shorter film has no time to read them. */
const leastSeconds = 10;
const eachLineMs = 450;
const beginsMs = 1300;
/** What every other part keeps. */
const leastPartMs = 900;

/** The parts with the shop's opening hours before the closing, where they are known and there is time to
 *  read them; the shots give the time for it, so that the film stays as long as it was. */
export function withHours(parts: readonly FilmPart[], slots: VideoSlots): FilmPart[] {
  const hours = slots.items.find((item) => item.hours?.length)?.hours ?? [];
  const closing = parts.at(-1);
  if (hours.length === 0 || slots.seconds < leastSeconds || closing?.role !== 'closing')
    return [...parts];
  const durationMs = beginsMs + eachLineMs * hours.length;
  const shots = parts.filter(isShot);
  const wholeMs = shots.reduce((sum, shot) => sum + shot.durationMs, 0);
  const keptFrac = (wholeMs - durationMs) / wholeMs;
  if (shots.some((shot) => shot.durationMs * keptFrac < leastPartMs)) return [...parts];
  let leftMs = wholeMs - durationMs;
  const shorter = parts.map((part) => {
    if (!isShot(part)) return part;
    const isLast = part === shots.at(-1);
    const ownMs = isLast ? leftMs : Math.round(part.durationMs * keptFrac);
    leftMs -= ownMs;
    return { ...part, durationMs: ownMs };
  });
  const said: FilmPart = {
    ...{ id: 'hours', role: 'text', durationMs },
    words: {
      headline: { fr: 'Nos horaires', en: 'Opening hours' }[slots.language],
      text: hours.map(({ days, times }) => `${days} · ${times}`).join('\n'),
    },
  };
  return [...shorter.slice(0, -1), said, closing];
}

/** Numbers of a countdown and words have the time that they need. */
const isShot = ({ role }: FilmPart): boolean =>
  !['opening', 'closing', 'countdown', 'text'].includes(role);
