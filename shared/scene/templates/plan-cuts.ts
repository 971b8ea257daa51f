import type { Beats } from '../template.ts';

export type CutPlan = {
  durationMs: number;
  introEndMs: number;
  /** One per item, in order; each begins where the one before ends. */
  shots: { startMs: number; endMs: number }[];
  outroStartMs: number;
};

export const shortestSeconds = 5;
export const longestSeconds = 60;
/** So long an opening stands at least. */
const readMs = 900;
/** The beat of a video without music. */
const silentBeatMs = 500;

/** Shares a video out among an opening, the items and a close. Every cut falls on a beat of the track,
 *  or on a half or quarter of one where there are many items for the time. The whole lasts as long as asked. */
export function planCuts(items: number, seconds: number, track: Beats | undefined): CutPlan {
  const wished = Math.min(Math.max(seconds, shortestSeconds), longestSeconds);
  const durationMs = Math.round(wished * 1000);
  const cuts = gridFor(items, durationMs, track);
  const units = cuts.length - 1;
  const outro = Math.max(1, Math.round(units * 0.2));
  // An opening has to be read, as far as the items leave room for it.
  const read = cuts.findIndex((cut) => cut >= readMs);
  const room = units - items - outro;
  const intro = Math.max(1, Math.round(units * 0.13), Math.min(read, room));
  const body = Math.max(items, units - intro - outro);
  const at = (unit: number): number => cuts[Math.min(unit, units)] ?? durationMs;
  const shots = Array.from({ length: items }, (_, index) => ({
    startMs: at(intro + Math.round((body * index) / items)),
    endMs: at(intro + Math.round((body * (index + 1)) / items)),
  }));
  return { durationMs, introEndMs: at(intro), shots, outroStartMs: at(intro + body) };
}

/** Moments at which a cut may fall, from 0 to before the end: whole beats, or parts of them. */
function gridFor(items: number, durationMs: number, track: Beats | undefined): number[] {
  for (const parts of [1, 2, 4]) {
    const cuts = beatGrid(durationMs, parts, track);
    // An opening, a close, and at least one unit for each item.
    if (cuts.length - 1 >= Math.ceil(items * 1.4) + 2 || parts === 4) return cuts;
  }
  return [0, durationMs];
}

function beatGrid(durationMs: number, parts: number, track: Beats | undefined): number[] {
  const beats = beatsWithin(durationMs, track);
  const cuts: number[] = [];
  for (const [index, beat] of beats.entries()) {
    const next = beats[index + 1];
    if (next === undefined) break;
    for (let part = 0; part < parts; part += 1)
      cuts.push(Math.round(beat + ((next - beat) * part) / parts));
  }
  return [...cuts.filter((cut) => cut < durationMs - 300), durationMs];
}

/** Beats counted from the first, where the music starts; a track that is too short goes round again. */
function beatsWithin(durationMs: number, track: Beats | undefined): number[] {
  const lengthMs = track ? 60_000 / track.bpm : silentBeatMs;
  const first = track?.beatsMs[0] ?? 0;
  const beats = track ? track.beatsMs.map((beat) => beat - first) : [0];
  while ((beats.at(-1) ?? 0) <= durationMs) beats.push((beats.at(-1) ?? 0) + lengthMs);
  return beats;
}
