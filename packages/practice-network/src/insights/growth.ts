import { seededBetween } from '../seeded-random.ts';

const hourMs = 3_600_000;

/** Something people see, and from when on. */
export interface MeasuredObject {
  id: string;
  kind: 'post' | 'reel' | 'story';
  publishedAtMs: number;
  goneAtMs: number | null;
}

/** Who could see it. */
export interface Audience {
  seed: number;
  followers: number;
}

const reachesFarther: Readonly<Record<MeasuredObject['kind'], number>> = {
  post: 1,
  reel: 2.4,
  story: 0.4,
};

/** Views up to an instant: steep on the first day, then hardly any more; never fewer than before. */
export function viewsAt(
  { seed, followers }: Audience,
  object: MeasuredObject,
  atMs: number,
): number {
  const ageMs = Math.min(atMs, object.goneAtMs ?? atMs) - object.publishedAtMs;
  if (ageMs <= 0) return 0;
  const all =
    followers * reachesFarther[object.kind] * seededBetween(seed, 0.4, 2.2, 'views', object.id);
  const paceMs = hourMs * seededBetween(seed, 8, 30, 'pace', object.id);
  return Math.floor(all * (1 - Math.exp(-ageMs / paceMs)));
}

/** A part of the views up to an instant, such as those that led to a click: between two shares. */
export function shareOfViews(
  audience: Audience,
  object: MeasuredObject,
  atMs: number,
  what: string,
  [low, high]: readonly [number, number],
): number {
  const share = seededBetween(audience.seed, low, high, what, object.id);
  return Math.floor(viewsAt(audience, object, atMs) * share);
}

/** What share of the views is of so many other people. */
export const uniqueShare = [0.6, 0.85] as const;

/** A share of a whole number, whole itself; the rest goes to the last part, so the sum is kept. */
export function splitWhole(
  seed: number,
  total: number,
  parts: readonly string[],
  what: string,
): { name: string; value: number }[] {
  const weights = parts.map((name) => seededBetween(seed, 0.2, 1, what, name));
  const sum = weights.reduce((left, right) => left + right, 0);
  const values = weights.map((weight) => Math.floor((total * weight) / sum));
  const rest = total - values.reduce((left, right) => left + right, 0);
  return parts.map((name, index) => ({
    name,
    value: (values[index] ?? 0) + (index === parts.length - 1 ? rest : 0),
  }));
}
