// What can be done to the captions of a film by hand. Lines stand in the order of time and never over
// one another. What is not possible answers the same film.
import { readingMs, type Cue } from '../../rules/subtitles/cue.ts';
import { filmDurationMs, type Caption, type Film, type FilmCaptions } from './film.ts';

export const shortestCaptionMs = 300;
const freshMs = 2000;
const mostCaptions = 400;
const mostLetters = 500;

export function setCaptions(film: Film, change: Partial<FilmCaptions>): Film {
  return { ...film, captions: { ...film.captions, ...change } };
}

function withLines(film: Film, lines: Caption[]): Film {
  return setCaptions(film, { lines: lines.toSorted((one, other) => one.inMs - other.inMs) });
}

/** The line that is seen at a moment. */
export function captionAt({ captions }: Film, atMs: number): Caption | undefined {
  return captions.lines.find(({ inMs, outMs }) => inMs <= atMs && atMs < outMs);
}

/** A line from a moment on, or from the end of the one that is seen there; as long as there is room. */
export function addCaption(film: Film, id: string, atMs: number, text = ''): Film {
  const { lines } = film.captions;
  const fromMs = Math.round(Math.max(0, captionAt(film, atMs)?.outMs ?? atMs));
  const next = lines.find(({ inMs }) => inMs >= fromMs);
  const mostMs = next?.inMs ?? filmDurationMs(film);
  const outMs = Math.min(fromMs + freshMs, mostMs);
  if (lines.length >= mostCaptions || outMs - fromMs < shortestCaptionMs) return film;
  return withLines(film, [...lines, { id, inMs: fromMs, outMs, text }]);
}

export function setCaptionText(film: Film, id: string, text: string): Film {
  return changeLine(film, id, (line) => ({ ...line, text: text.slice(0, mostLetters) }));
}

export function removeCaption(film: Film, id: string): Film {
  const { lines } = film.captions;
  const rest = lines.filter((line) => line.id !== id);
  return rest.length === lines.length ? film : withLines(film, rest);
}

/** An edge goes as far as the neighbour or the film lets it, and never past the other edge. */
export function setCaptionEdge(film: Film, id: string, edge: 'in' | 'out', wishedMs: number): Film {
  const { leastMs, mostMs } = roomOf(film, id);
  return changeLine(film, id, (line) => {
    const atMs = Math.round(wishedMs);
    return edge === 'in'
      ? { ...line, inMs: within(atMs, leastMs, line.outMs - shortestCaptionMs) }
      : { ...line, outMs: within(atMs, line.inMs + shortestCaptionMs, mostMs) };
  });
}

/** The whole line to another moment between its neighbours. */
export function moveCaption(film: Film, id: string, wishedMs: number): Film {
  const { leastMs, mostMs } = roomOf(film, id);
  return changeLine(film, id, (line) => {
    const lastsMs = line.outMs - line.inMs;
    const inMs = within(Math.round(wishedMs), leastMs, mostMs - lastsMs);
    return { ...line, inMs, outMs: inMs + lastsMs };
  });
}

/** Two lines of one, with the words shared out as the time is; the cut falls between words. */
export function splitCaption(film: Film, id: string, atMs: number, newId: string): Film {
  const line = film.captions.lines.find((one) => one.id === id);
  if (!line || film.captions.lines.length >= mostCaptions) return film;
  const cutMs = Math.round(atMs);
  const isTooShort =
    cutMs - line.inMs < shortestCaptionMs || line.outMs - cutMs < shortestCaptionMs;
  if (isTooShort) return film;
  const [first, second] = halves(line.text, (cutMs - line.inMs) / (line.outMs - line.inMs));
  const others = film.captions.lines.filter((one) => one !== line);
  return withLines(film, [
    ...others,
    { ...line, outMs: cutMs, text: first },
    { ...line, id: newId, inMs: cutMs, text: second },
  ]);
}

function halves(text: string, frac: number): [string, string] {
  const words = text.split(/\s+/u).filter(Boolean);
  if (words.length < 2) return [text, ''];
  const wished = text.length * frac;
  const cuts = words.slice(1).map((_, index) => words.slice(0, index + 1).join(' ').length);
  const nearest = Math.min(...cuts.map((length) => Math.abs(length - wished)));
  const count = cuts.findIndex((length) => Math.abs(length - wished) === nearest) + 1;
  return [words.slice(0, count).join(' '), words.slice(count).join(' ')];
}

/** One line of this one and the next. */
export function joinCaption(film: Film, id: string): Film {
  const { lines } = film.captions;
  const at = lines.findIndex((line) => line.id === id);
  const [line, next] = [lines[at], lines[at + 1]];
  if (!line || !next) return film;
  const text = `${line.text} ${next.text}`.trim().slice(0, mostLetters);
  const joined = { ...line, outMs: next.outMs, text };
  return withLines(film, [...lines.filter((one) => one !== line && one !== next), joined]);
}

/** Lines read from a file in the place of all that are there. */
export function takeCaptions(film: Film, cues: readonly Cue[], newId: () => string): Film {
  const endMs = filmDurationMs(film);
  const fitting = cues
    .map(({ inMs, outMs, text }) => ({ inMs, outMs: Math.min(outMs, endMs), text }))
    .filter(({ inMs, outMs }) => outMs > inMs)
    .slice(0, mostCaptions);
  return withLines(
    film,
    fitting.map((cue) => ({ id: newId(), ...cue })),
  );
}

/** A text over the whole film: a line for each sentence or part of one that reads at a glance, each as
 *  long as its share of the letters. */
export function spreadText(film: Film, text: string, newId: () => string): Film {
  const pieces = glances(text).slice(0, mostCaptions);
  const endMs = filmDurationMs(film);
  const wished = pieces.map(readingMs);
  const sumMs = wished.reduce((sum, one) => sum + one, 0);
  if (pieces.length === 0 || endMs / pieces.length < shortestCaptionMs) return film;
  // A short text does not stand about: half as long again as it takes to read, at most.
  const scale = Math.min(1.5, endMs / sumMs);
  let atMs = 0;
  const lines = pieces.map((piece, index) => {
    const inMs = Math.round(atMs);
    atMs += Math.max(shortestCaptionMs, (wished[index] ?? 0) * scale);
    return { id: newId(), inMs, outMs: Math.min(endMs, Math.round(atMs)), text: piece };
  });
  return withLines(
    film,
    lines.filter(({ inMs, outMs }) => outMs > inMs),
  );
}

/** About two lines of a reel. */
const glanceLetters = 64;

function glances(text: string): string[] {
  const sentences = text
    .split(/\n+|(?<=[.!?…؟。])\s+/u)
    .map((one) => one.replace(/\s+/gu, ' ').trim())
    .filter((one) => one !== '');
  return sentences.flatMap((sentence) => {
    const words = sentence.split(' ');
    const count = Math.ceil(sentence.length / glanceLetters);
    const wished = sentence.length / count;
    const found: string[] = [];
    for (const word of words) {
      const last = found.at(-1);
      const isFull = last === undefined || last.length + word.length / 2 > wished;
      if (isFull && found.length < count) found.push(word);
      else found[found.length - 1] = `${last ?? ''} ${word}`.trim();
    }
    return found.map((one) => one.slice(0, mostLetters));
  });
}

function roomOf(film: Film, id: string): { leastMs: number; mostMs: number } {
  const { lines } = film.captions;
  const at = lines.findIndex((line) => line.id === id);
  const leastMs = lines[at - 1]?.outMs ?? 0;
  return { leastMs, mostMs: lines[at + 1]?.inMs ?? Math.max(leastMs, filmDurationMs(film)) };
}

function changeLine(film: Film, id: string, change: (line: Caption) => Caption): Film {
  let isChanged = false;
  const lines = film.captions.lines.map((line) => {
    if (line.id !== id) return line;
    const next = change(line);
    const keys = ['inMs', 'outMs', 'text'] as const;
    isChanged = keys.some((key) => next[key] !== line[key]);
    return isChanged ? next : line;
  });
  return isChanged ? setCaptions(film, { lines }) : film;
}

function within(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, Math.max(least, most)));
}
