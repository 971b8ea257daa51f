import { Problem } from '../../shared/contract/problem.ts';
import type { CaptionReading } from '../../shared/contract/films.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import { readSubtitles } from '../../shared/rules/subtitles/read-subtitles.ts';
import { writeSrt, writeVtt } from '../../shared/rules/subtitles/write-subtitles.ts';
import { longestFilmMs, type Film } from '../../shared/scene/film/film.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import { decodeText, detectEncoding } from '../tables/decode-text.ts';

/** A captions file of 90 seconds has a few kilobytes; more is another file by mistake. */
const mostBytes = 512 * 1024;

/** Captions of a file of any encoding, with a sentence for all that was mended or left out. Throws by
 *  name when it is too large, is no text, or has no line with a time. */
export function readCaptionFile(
  { say }: Pick<FeatureTools, 'say'>,
  base64: string,
  endMs: number | undefined,
  language: Language,
): CaptionReading {
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length > mostBytes) throw new Problem('captions-large', { mostKb: mostBytes / 1024 });
  const latestMs = Math.min(endMs ?? longestFilmMs, longestFilmMs);
  const { kind, cues, notes } = readSubtitles(textOf(bytes), latestMs);
  if (cues.length === 0) throw new Problem('captions-none', { line: notes[0]?.line ?? 1 });
  return {
    ...{ kind, lines: cues },
    notes: notes.map(({ code, line }) => ({
      ...{ code, line, text: say(language, `captions:note.${code}`, { line }) },
    })),
  };
}

function textOf(bytes: Buffer): string {
  try {
    return decodeText(bytes, detectEncoding(bytes), '');
  } catch (error) {
    throw new Problem('captions-unreadable', {}, { cause: error });
  }
}

/** The captions of a film as a file for players and networks. */
export function writeCaptionFile(
  { name, film }: { name: string; film: Film },
  kind: 'srt' | 'vtt',
): { name: string; text: string } {
  const { lines } = film.captions;
  return { name: `${name}.${kind}`, text: kind === 'srt' ? writeSrt(lines) : writeVtt(lines) };
}
