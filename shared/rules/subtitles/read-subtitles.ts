import { readingMs, type Cue } from './cue.ts';
import { readCueTimes } from './cue-time.ts';
import { plainWords } from './cue-words.ts';

export const mostCues = 400;
export const mostCueLetters = 500;
const mostNotes = 50;

/** What had to be mended or left out. `line` counts from 1. */
export type SubtitleNote = {
  code: 'time' | 'no-end' | 'empty' | 'overlap' | 'order' | 'stray' | 'long' | 'many' | 'after-end';
  line: number;
};
export type SubtitleReading = {
  kind: 'srt' | 'vtt';
  cues: Cue[];
  /** The first fifty. */
  notes: SubtitleNote[];
};

type Found = { inMs: number; outMs: number | undefined; text: string; line: number };

/** Captions of an SRT or WebVTT file, in the order of time, none over another. A file of something else
 *  gives no cues. What begins after `endMs` is left out. */
export function readSubtitles(text: string, endMs = Infinity): SubtitleReading {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  const isVtt = /^WEBVTT(?:[ \t]|$)/.test(lines[0] ?? '');
  const notes: SubtitleNote[] = [];
  const found = findCues(lines, isVtt, notes);
  const cues = placeInTime(found, endMs, notes);
  const sorted = notes.toSorted((one, other) => one.line - other.line);
  return { kind: isVtt ? 'vtt' : 'srt', cues, notes: sorted.slice(0, mostNotes) };
}

function findCues(lines: readonly string[], isVtt: boolean, notes: SubtitleNote[]): Found[] {
  const found: Found[] = [];
  let at = isVtt ? 1 : 0;
  while (at < lines.length) {
    const line = lines[at] ?? '';
    const times = readCueTimes(line);
    if (times === undefined) {
      const isBlock = isVtt && isBlockHead(line);
      if (!isBlock && isStray(lines, at, isVtt)) notes.push({ code: 'stray', line: at + 1 });
      at = isBlock ? endOfBlock(lines, at) : at + 1;
      continue;
    }
    const end = endOfWords(lines, at + 1);
    const words = plainWords(lines.slice(at + 1, end).join('\n'), isVtt);
    if (times === 'unreadable') notes.push({ code: 'time', line: at + 1 });
    else if (words === '') notes.push({ code: 'empty', line: at + 1 });
    else found.push({ ...times, text: within(words, at + 1, notes), line: at + 1 });
    at = end;
  }
  return found;
}

function within(words: string, line: number, notes: SubtitleNote[]): string {
  if (words.length <= mostCueLetters) return words;
  notes.push({ code: 'long', line });
  return `${words
    .slice(0, mostCueLetters - 1)
    .replace(/[\uD800-\uDBFF]$/u, '')
    .trimEnd()}…`;
}

const isBlockHead = (line: string) => /^(?:NOTE|STYLE|REGION)(?:[ \t]|$)/.test(line);

function endOfBlock(lines: readonly string[], from: number): number {
  const blank = lines.findIndex((line, index) => index > from && line.trim() === '');
  return blank < 0 ? lines.length : blank;
}

/** Words end at an empty line; or at the next time, when the empty line was forgotten. */
function endOfWords(lines: readonly string[], from: number): number {
  let end = from;
  while (end < lines.length && lines[end]?.trim() !== '' && !lines[end]?.includes('-->')) end += 1;
  const isForgotten = end < lines.length && lines[end]?.includes('-->') === true;
  return isForgotten && end > from && isNumber(lines[end - 1]) ? end - 1 : end;
}

const isNumber = (line = '') => /^\s*\d{1,9}\s*$/.test(line);

/** Words that belong to no time; numbers and, in WebVTT, names of cues may stand alone. */
function isStray(lines: readonly string[], index: number, isVtt: boolean): boolean {
  const line = lines[index] ?? '';
  if (line.trim() === '' || isNumber(line)) return false;
  return !(isVtt && (index === 1 || lines[index + 1]?.includes('-->') === true));
}

/** Sorted, ended and cut so that each stands alone. */
function placeInTime(found: Found[], endMs: number, notes: SubtitleNote[]): Cue[] {
  const sorted = found.toSorted((one, other) => one.inMs - other.inMs);
  found.forEach(({ inMs, line }, index) => {
    if (inMs < (found[index - 1]?.inMs ?? 0)) notes.push({ code: 'order', line });
  });
  const cues: Cue[] = [];
  for (const [index, cue] of sorted.entries()) {
    const before = cues.at(-1);
    if (cue.inMs >= endMs) notes.push({ code: 'after-end', line: cue.line });
    else if (before?.inMs === cue.inMs) joinTo(before, cue, notes);
    else if (cues.length === mostCues) {
      notes.push({ code: 'many', line: cue.line });
      break;
    } else cues.push(ended(cue, sorted[index + 1], endMs, notes));
  }
  return cutOverlaps(cues, sorted, notes);
}

/** Two that begin together are seen together. */
function joinTo(before: Cue, cue: Found, notes: SubtitleNote[]): void {
  notes.push({ code: 'overlap', line: cue.line });
  before.text = within(`${before.text}\n${cue.text}`, cue.line, notes);
  before.outMs = Math.max(before.outMs, cue.outMs ?? 0);
}

function ended(cue: Found, next: Found | undefined, endMs: number, notes: SubtitleNote[]): Cue {
  const { inMs, text, line } = cue;
  if (cue.outMs !== undefined && cue.outMs > inMs)
    return { inMs, outMs: Math.min(cue.outMs, endMs), text };
  notes.push({ code: 'no-end', line });
  const nextMs = next && next.inMs > inMs ? next.inMs : Infinity;
  return { inMs, outMs: Math.min(inMs + readingMs(text), nextMs, endMs), text };
}

function cutOverlaps(cues: Cue[], sorted: readonly Found[], notes: SubtitleNote[]): Cue[] {
  const lineAt = new Map(sorted.toReversed().map(({ inMs, line }) => [inMs, line]));
  return cues.map((cue, index) => {
    const next = cues[index + 1];
    if (!next || cue.outMs <= next.inMs) return cue;
    notes.push({ code: 'overlap', line: lineAt.get(next.inMs) ?? 1 });
    return { ...cue, outMs: next.inMs };
  });
}
