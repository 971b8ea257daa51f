// What can be done to the voices and other sounds that lie over a film. What is not possible answers the
// same film.
import { filmDurationMs, longestFilmMs, type Film, type FilmVoice } from './film.ts';

type Edge = 'start' | 'end';

/** A sound is never drawn shorter than this. */
export const shortestVoiceMs = 200;
const mostVoices = 40;
/** Its first and last moments do not click. */
const fades = { fadeInMs: 40, fadeOutMs: 120 };

/** Lays a sound of the library over the film from a moment on; as much of it as the film then lasts. At
 *  the film's end it begins at the start instead. */
export function addVoice(
  film: Film,
  sound: { id: string; assetId: string; durationMs: number },
  atMs: number,
): Film {
  if (film.audio.voices.length >= mostVoices || sound.durationMs < shortestVoiceMs) return film;
  const endMs = filmDurationMs(film);
  const inMs = Math.round(endMs - atMs < shortestVoiceMs ? 0 : Math.max(0, atMs));
  const durationMs = Math.min(Math.round(sound.durationMs), endMs - inMs);
  const voice = { ...sound, ...fades, inMs, fromMs: 0, durationMs, volume: 1 };
  return withVoices(film, [...film.audio.voices, voice]);
}

export function changeVoice(
  film: Film,
  voiceId: string,
  change: (voice: FilmVoice) => FilmVoice,
): Film {
  const { voices } = film.audio;
  const next = voices.map((voice) => (voice.id === voiceId ? change(voice) : voice));
  return next.some((voice, index) => voice !== voices[index]) ? withVoices(film, next) : film;
}

/** To another moment of the film, of which some of it is always heard. */
export function moveVoice(film: Film, voiceId: string, inMs: number): Film {
  const latestMs = Math.max(0, filmDurationMs(film) - shortestVoiceMs);
  const placeMs = Math.round(Math.min(Math.max(inMs, 0), latestMs));
  return changeVoice(film, voiceId, (voice) =>
    voice.inMs === placeMs ? voice : { ...voice, inMs: placeMs },
  );
}

/** Draws an edge by so much later in time; what is heard keeps its moment. `lengthMs` is that of the
 *  whole file. */
export function trimVoice(
  film: Film,
  voiceId: string,
  edge: Edge,
  byMs: number,
  lengthMs: number,
): Film {
  return changeVoice(film, voiceId, (voice) => {
    const { inMs, fromMs, durationMs } = voice;
    if (edge === 'end') {
      const mostMs = Math.min(lengthMs - fromMs, longestFilmMs);
      const next = Math.round(Math.min(Math.max(durationMs + byMs, shortestVoiceMs), mostMs));
      return next === durationMs ? voice : { ...voice, durationMs: next };
    }
    const by = Math.round(
      Math.min(Math.max(byMs, -Math.min(fromMs, inMs)), durationMs - shortestVoiceMs),
    );
    return by === 0
      ? voice
      : { ...voice, inMs: inMs + by, fromMs: fromMs + by, durationMs: durationMs - by };
  });
}

export function removeVoice(film: Film, voiceId: string): Film {
  const voices = film.audio.voices.filter(({ id }) => id !== voiceId);
  return voices.length === film.audio.voices.length ? film : withVoices(film, voices);
}

function withVoices(film: Film, voices: FilmVoice[]): Film {
  return { ...film, audio: { ...film.audio, voices } };
}
