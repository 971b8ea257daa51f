import type { FilmPhoto } from '../../../../shared/scene/film/film.ts';

type Travel = FilmPhoto['travel'];

const whole = { xFrac: 0, yFrac: 0, widthFrac: 1, heightFrac: 1 };
const near = { xFrac: 0.1, yFrac: 0.1, widthFrac: 0.8, heightFrac: 0.8 };
const left = { xFrac: 0, yFrac: 0.08, widthFrac: 0.84, heightFrac: 0.84 };
const right = { ...left, xFrac: 0.16 };

/** The ways a photo can move; frames of one's own begin with one of them. */
export const travelChoices = [
  { id: 'style', travel: undefined },
  { id: 'zoom', travel: { from: whole, to: near } },
  { id: 'back', travel: { from: near, to: whole } },
  { id: 'glide', travel: { from: left, to: right } },
  { id: 'still', travel: 'still' },
] as const satisfies readonly { id: string; travel: Travel }[];

export type TravelChoice = (typeof travelChoices)[number]['id'];

/** Which of them a photo moves by; nothing when its frames are its own. */
export function travelOf(travel: Travel): TravelChoice | undefined {
  const text = JSON.stringify(travel);
  return travelChoices.find((choice) => JSON.stringify(choice.travel) === text)?.id;
}
