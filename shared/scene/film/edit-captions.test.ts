import { describe, expect, test } from 'vitest';
import { captionsFollow, captionsInGesture } from './captions-follow.ts';
import {
  addCaption,
  joinCaption,
  moveCaption,
  removeCaption,
  setCaptionEdge,
  setCaptionText,
  spreadText,
  splitCaption,
  takeCaptions,
} from './edit-captions.ts';
import { duplicatePart, movePart, removePart, splitPart, trimPart } from './edit-film.ts';
import type { Caption, Film } from './film.ts';

const line = (id: string, inMs: number, outMs: number, text = id): Caption => ({
  ...{ id, inMs, outMs, text },
});
/** Three parts of two seconds. */
function filmOf(lines: Caption[]): Film {
  const parts = ['a', 'b', 'c'].map((id) => ({
    ...{ id, role: 'product' as const, durationMs: 2000, words: {} },
  }));
  return {
    ...{ styleId: 'vitrine', language: 'fr', showPrices: true, parts },
    audio: { onBeat: false, voices: [], duckingDb: 12 },
    captions: { lines, look: 'band', size: 'm', burnt: true },
  };
}
const times = ({ captions }: Film) =>
  captions.lines.map(({ id, inMs, outMs }) => `${id} ${inMs}-${outMs}`);
let count = 0;
const newId = () => `n${(count += 1)}`;

describe('a caption', () => {
  test('is added where the film stands, after what is said there, as long as there is room', () => {
    const film = filmOf([line('x', 1000, 2000), line('y', 3200, 4000)]);
    expect(times(addCaption(film, 'z', 1500))).toEqual([
      'x 1000-2000',
      'z 2000-3200',
      'y 3200-4000',
    ]);
    expect(addCaption(film, 'z', 3000)).toBe(film);
    expect(times(addCaption(film, 'z', 5500))).toContain('z 5500-6000');
  });

  test('has edges that stop at its neighbours, at the film and at the other edge', () => {
    const film = filmOf([line('x', 1000, 2000), line('y', 3000, 4000)]);
    expect(times(setCaptionEdge(film, 'x', 'out', 9000))).toContain('x 1000-3000');
    expect(times(setCaptionEdge(film, 'x', 'in', 5000))).toContain('x 1700-2000');
    expect(times(setCaptionEdge(film, 'y', 'out', 9000))).toContain('y 3000-6000');
    expect(times(moveCaption(film, 'y', 0))).toContain('y 2000-3000');
    expect(times(moveCaption(film, 'x', -50))).toContain('x 0-1000');
    expect(setCaptionEdge(film, 'x', 'out', 2000)).toBe(film);
  });

  test('is cut between words and joined again; its words are bounded', () => {
    const film = filmOf([line('x', 0, 4000, 'Une plante pour chaque fenêtre')]);
    const cut = splitCaption(film, 'x', 2000, 'y');
    expect(cut.captions.lines).toEqual([
      line('x', 0, 2000, 'Une plante pour'),
      line('y', 2000, 4000, 'chaque fenêtre'),
    ]);
    expect(joinCaption(cut, 'x').captions).toEqual(film.captions);
    expect(joinCaption(cut, 'y')).toBe(cut);
    expect(splitCaption(film, 'x', 100, 'y')).toBe(film);
    expect(setCaptionText(film, 'x', 'm'.repeat(900)).captions.lines[0]?.text).toHaveLength(500);
    expect(removeCaption(film, 'x').captions.lines).toEqual([]);
  });

  test('of a file takes the place of all; past the end of the film there is none', () => {
    const film = filmOf([line('x', 0, 1000)]);
    const cues = [line('', 500, 1500, 'un'), line('', 5000, 9000, 'deux'), line('', 7000, 8000)];
    const taken = takeCaptions(film, cues, newId).captions.lines;
    expect(taken.map(({ inMs, outMs, text }) => [inMs, outMs, text])).toEqual([
      [500, 1500, 'un'],
      [5000, 6000, 'deux'],
    ]);
  });

  test('of a pasted text stands as long as it is read, in the order of its sentences', () => {
    const text =
      'Bonjour. Voici une plante qui aime l’ombre, la pluie fine et les longs matins de mai !';
    const { lines } = spreadText(filmOf([]), text, newId).captions;
    expect(lines.map((one) => one.text).join(' ')).toBe(text);
    expect(lines.every((one) => one.text.length <= 70)).toBe(true);
    expect(lines[0]).toMatchObject({ inMs: 0, text: 'Bonjour.' });
    for (const [index, one] of lines.entries()) {
      expect(one.inMs).toBe(lines[index - 1]?.outMs ?? 0);
      expect(one.outMs).toBeLessThanOrEqual(6000);
    }
    const crowd = filmOf([]);
    expect(spreadText(crowd, 'Un mot. '.repeat(200), newId)).toBe(crowd);
  });
});

describe('captions follow their parts', () => {
  const film = filmOf([line('x', 500, 1500), line('y', 2500, 3500), line('z', 4200, 5800)]);
  const follow = (after: Film) => times(captionsFollow(film, after));

  test('to another place, and out with them', () => {
    expect(follow(movePart(film, 'c', 0))).toEqual(['z 200-1800', 'x 2500-3500', 'y 4500-5500']);
    expect(follow(removePart(film, 'b'))).toEqual(['x 500-1500', 'z 2200-3800']);
  });

  test('a shorter part draws its line nearer, a cut part or a copy leaves it', () => {
    expect(follow(trimPart(film, 'b', 'end', -1000))).toEqual([
      ...['x 500-1500', 'y 2000-3000', 'z 3200-4800'],
    ]);
    expect(follow(splitPart(film, 'b', 700, 'd'))).toEqual(times(film));
    expect(follow(duplicatePart(film, 'a', 'd'))).toEqual([
      ...['x 500-1500', 'y 4500-5500', 'z 6200-7800'],
    ]);
  });

  test('drawn shorter and longer again in one gesture they are as before', () => {
    const short = captionsInGesture(film, film, trimPart(film, 'b', 'end', -1500));
    expect(times(short)).toContain('y 2000-2500');
    const back = captionsInGesture(film, short, trimPart(film, 'b', 'end', 100));
    expect(times(back)).toEqual(['x 500-1500', 'y 2500-3500', 'z 4300-5900']);
    const retyped = setCaptionText(short, 'x', 'autre');
    expect(captionsInGesture(film, short, retyped)).toBe(retyped);
  });

  test('what is spoken stays with the voice; other edits change no time', () => {
    const voice = { id: 'v', assetId: 'v', inMs: 2000, fromMs: 0, durationMs: 2000, volume: 1 };
    const voices = [{ ...voice, fadeInMs: 0, fadeOutMs: 0 }];
    const spoken = { ...film, audio: { ...film.audio, voices } };
    const moved = captionsFollow(spoken, movePart(spoken, 'c', 0));
    expect(times(moved)).toContain('y 2500-3500');
    const retold = { ...film, showPrices: false };
    expect(captionsFollow(film, retold)).toBe(retold);
  });
});
