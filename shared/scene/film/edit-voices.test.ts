import { describe, expect, it } from 'vitest';
import { addVoice, moveVoice, removeVoice, trimVoice } from './edit-voices.ts';
import type { Film } from './film.ts';
import { readFilm } from './read-film.ts';

const film: Film = {
  ...{ styleId: 'vitrine', language: 'fr', showPrices: true },
  parts: [{ id: 'a', role: 'product', durationMs: 6000, words: {} }],
  audio: { onBeat: false, voices: [], duckingDb: 12 },
  captions: { lines: [], look: 'band', size: 'm', burnt: true },
};
const sound = { id: 'v', assetId: 'take', durationMs: 4000 };
const voice = ({ audio }: Film) => {
  const [first] = audio.voices;
  if (!first) throw new Error('no voice');
  const { inMs, fromMs, durationMs } = first;
  return { inMs, fromMs, durationMs };
};
const spoken = addVoice(film, sound, 1000);

describe('a voice over the film', () => {
  it('begins at the playhead, and is a film that the studio takes', () => {
    expect(voice(spoken)).toEqual({ inMs: 1000, fromMs: 0, durationMs: 4000 });
    expect(readFilm(spoken)).toEqual(spoken);
  });

  it('goes no further than the film; at its end it begins at the start', () => {
    expect(voice(addVoice(film, sound, 4000)).durationMs).toBe(2000);
    expect(voice(addVoice(film, sound, 6000))).toEqual({ inMs: 0, fromMs: 0, durationMs: 4000 });
    expect(addVoice(film, { ...sound, durationMs: 50 }, 0)).toBe(film);
  });

  it('moves within the film', () => {
    expect(voice(moveVoice(spoken, 'v', 2500)).inMs).toBe(2500);
    expect(voice(moveVoice(spoken, 'v', -900)).inMs).toBe(0);
    expect(voice(moveVoice(spoken, 'v', 99_000)).inMs).toBe(5800);
    expect(moveVoice(spoken, 'v', 1000)).toBe(spoken);
  });

  it('loses what is trimmed, and gets it back from its file', () => {
    const later = trimVoice(spoken, 'v', 'start', 700, 4000);
    expect(voice(later)).toEqual({ inMs: 1700, fromMs: 700, durationMs: 3300 });
    expect(voice(trimVoice(later, 'v', 'start', -5000, 4000))).toEqual(voice(spoken));
    const short = trimVoice(later, 'v', 'end', -3000, 4000);
    expect(voice(short).durationMs).toBe(300);
    expect(voice(trimVoice(short, 'v', 'end', 9000, 4000)).durationMs).toBe(3300);
    expect(voice(trimVoice(spoken, 'v', 'end', -9000, 4000)).durationMs).toBe(200);
  });

  it('is taken out', () => {
    expect(removeVoice(spoken, 'v').audio.voices).toEqual([]);
    expect(removeVoice(spoken, 'other')).toBe(spoken);
  });
});
