import type { RectFrac } from '../scene.ts';
import type { VideoItem, VideoSlots } from '../template.ts';
import { planCuts } from '../templates/plan-cuts.ts';
import type { FilmPart, FilmRole, FilmWords } from './film.ts';
import { visualOf, wordsOf } from './lay-parts.ts';

export type ShotPlan = {
  /** Said when nothing else was asked for. */
  headline?: string;
  /** A second line of the opening. */
  openingText?: string | undefined;
  /** By default `product`. */
  role?: FilmRole;
  /** Shots that come back to a photo without its words are for this; without it they say them again. */
  plainRole?: FilmRole;
  words?(item: VideoItem, index: number): FilmWords;
  more?(item: VideoItem, index: number): Partial<FilmPart>;
};

/** A film with so few photos that each would stand too long comes back to them. */
const longestShotSeconds = 5;
const fewestShots = 3;

type Shot = { item: VideoItem; round: number };

/** Each item once; then again from nearer, until no shot is too long. */
export function shotsFor(items: readonly VideoItem[], seconds: number): Shot[] {
  if (items.length === 0) return [];
  const most = Math.floor(seconds / 1.5);
  const wished = Math.max(fewestShots, Math.ceil((seconds * 0.67) / longestShotSeconds));
  const count = Math.max(items.length, Math.min(wished, most));
  return Array.from({ length: count }, (_, index) => ({
    item: items[index % items.length],
    round: Math.floor(index / items.length),
  })).flatMap(({ item, round }) => (item ? [{ item, round }] : []));
}

/** An opening, a part for each shot and a closing, cut on the beats of the music. */
export function planShots(slots: VideoSlots, plan: ShotPlan = {}): FilmPart[] {
  const shots = shotsFor(slots.items, slots.seconds);
  const cuts = planCuts(shots.length, slots.seconds, slots.track);
  const parts = shots.map((shot, index): FilmPart => {
    const { startMs = 0, endMs = 0 } = cuts.shots[index] ?? {};
    return shotPart(shot, index, endMs - startMs, plan);
  });
  return [openingPart(slots, cuts.introEndMs, plan), ...parts, closingPart(slots, cuts)];
}

export function openingPart(slots: VideoSlots, durationMs: number, plan: ShotPlan): FilmPart {
  const first = slots.items[0];
  const headline = slots.headline?.trim() || plan.headline;
  return {
    ...{ id: 'opening', role: 'opening', durationMs },
    ...(first && { visual: visualOf(first) }),
    words: {
      ...(headline ? { headline } : {}),
      ...(plan.openingText ? { text: plan.openingText } : {}),
    },
  };
}

export function closingPart(
  slots: Pick<VideoSlots, 'callToAction'>,
  { durationMs, outroStartMs }: { durationMs: number; outroStartMs: number },
): FilmPart {
  const callToAction = slots.callToAction.trim();
  return {
    ...{ id: 'closing', role: 'closing', durationMs: durationMs - outroStartMs },
    words: callToAction ? { callToAction } : {},
  };
}

function shotPart(
  { item, round }: Shot,
  index: number,
  durationMs: number,
  plan: ShotPlan,
): FilmPart {
  const isPlain = round % 2 === 1 && plan.plainRole !== undefined;
  const role = isPlain && plan.plainRole ? plan.plainRole : (plan.role ?? 'product');
  const visual = visualOf(item);
  const travel = round === 0 ? undefined : nearTravels[(index + round) % nearTravels.length];
  return {
    ...{ id: `shot-${index + 1}`, role, durationMs },
    visual: travel && visual?.kind === 'photo' ? { ...visual, travel } : visual,
    words: isPlain ? {} : (plan.words ?? wordsOf)(item, index),
    ...(item.productId === undefined ? {} : { productId: item.productId }),
    ...(isPlain ? {} : plan.more?.(item, index)),
  };
}

const near = (xFrac: number, yFrac: number, side: number): RectFrac => ({
  ...{ xFrac, yFrac, widthFrac: side, heightFrac: side },
});

/** How a photo is seen that was seen whole before: closer, another corner each time. */
const nearTravels = [
  { from: near(0.14, 0.1, 0.7), to: near(0.22, 0.18, 0.6) },
  { from: near(0.32, 0.28, 0.62), to: near(0.1, 0.2, 0.62) },
  { from: near(0.2, 0.3, 0.58), to: near(0.2, 0.06, 0.58) },
  { from: near(0.25, 0.2, 0.56), to: near(0.12, 0.12, 0.76) },
];
