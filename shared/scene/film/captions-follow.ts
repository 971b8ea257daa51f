import { shortestCaptionMs } from './edit-captions.ts';
import { filmDurationMs, partTimes, type Caption, type Film } from './film.ts';

type Span = { id: string; startMs: number; endMs: number; at: number };

/** The captions of `before` after its parts were moved, trimmed, cut or taken out: a line goes with the
 *  part in which it begins, and with it when that is taken out. A line under a voice stays with the
 *  voice, which belongs to the film's time. `after` when its parts are those of `before`. */
export function captionsFollow(before: Film, after: Film): Film {
  const { lines } = before.captions;
  if (lines.length === 0 || after.parts === before.parts) return after;
  const old = spansOf(before);
  const fresh = spansOf(after);
  const known = new Set(before.parts.map(({ id }) => id));
  const endMs = filmDurationMs(after);
  const moved = lines.flatMap((line) =>
    isSpoken(after, line) ? [line] : followPart(line, old, fresh, known),
  );
  return { ...after, captions: { ...after.captions, lines: apart(moved, endMs) } };
}

/** The same for a step of an edit that began with `base` and has come to `now`: a part that is drawn
 *  shorter and longer again gets its lines back. */
export function captionsInGesture(base: Film, now: Film, next: Film): Film {
  const { lines } = next.captions;
  if (lines !== now.captions.lines && lines !== base.captions.lines) return next;
  if (next.parts === now.parts && lines === now.captions.lines) return next;
  const captions = { ...next.captions, lines: base.captions.lines };
  return captionsFollow(base, { ...next, captions });
}

function spansOf(film: Film): Span[] {
  const times = partTimes(film);
  return film.parts.map(({ id }, at) => ({ id, at, ...(times[at] ?? { startMs: 0, endMs: 0 }) }));
}

function isSpoken({ audio }: Film, { inMs, outMs }: Caption): boolean {
  const middleMs = (inMs + outMs) / 2;
  return audio.voices.some(
    (voice) => middleMs >= voice.inMs && middleMs < voice.inMs + voice.durationMs,
  );
}

function followPart(
  line: Caption,
  old: readonly Span[],
  fresh: readonly Span[],
  known: ReadonlySet<string>,
): Caption[] {
  const from = old.find(({ endMs }) => line.inMs < endMs) ?? old.at(-1);
  const to = from && fresh.find(({ id }) => id === from.id);
  if (!from || !to) return [];
  const lastsMs = line.outMs - line.inMs;
  // A part that was cut in two goes on in the new one after it.
  const rest = fresh[to.at + 1];
  const isCut = to.endMs - to.startMs < from.endMs - from.startMs && rest && !known.has(rest.id);
  const limitMs = isCut ? rest.endMs : to.endMs;
  const ledMs = to.startMs + (line.inMs - from.startMs);
  // It may have reached over the end of its part before; it may go on to.
  const overMs = Math.max(0, line.outMs - from.endMs);
  const inMs = Math.max(to.startMs, Math.min(ledMs, limitMs + overMs - lastsMs));
  const outMs = Math.min(inMs + lastsMs, limitMs + overMs);
  return [{ ...line, inMs: Math.round(inMs), outMs: Math.round(outMs) }];
}

/** In order, none over another, none past the end; what has no room left goes. */
function apart(lines: readonly Caption[], endMs: number): Caption[] {
  const sorted = lines.toSorted((one, other) => one.inMs - other.inMs);
  return sorted.flatMap((line, index) => {
    const outMs = Math.min(line.outMs, endMs, sorted[index + 1]?.inMs ?? endMs);
    return outMs - line.inMs < Math.min(shortestCaptionMs, line.outMs - line.inMs)
      ? []
      : [{ ...line, outMs }];
  });
}
