import { soundRateHz } from '../sound-arguments.ts';
import type { Sound } from './mix-track.ts';

/** Voices are looked at in steps of this many samples (5 ms). */
const step = soundRateHz / 200;
const attackMs = 80;
const releaseMs = 400;
/** Pauses between words do not bring the music back. */
const holdMs = 350;
/** Below this nobody speaks: breath, a hum, the noise of a room. */
const quietestLevel = 0.004;
/** Nor this far below the loudest of the same voice. */
const quietShare = 0.03;

/** How loud the music is at each sample so that it makes room for the voices: `duckingDb` lower while one
 *  speaks, and already so when it begins. */
export function duckingCurve(voices: Sound, duckingDb: number): Float32Array {
  const speaking = whenSpeaking(voices);
  const curve = new Float32Array(voices.left.length);
  const along = (durationMs: number) => 1 - Math.exp((-3 * 5) / durationMs);
  let levelDb = 0;
  for (let at = 0; at < speaking.length; at++) {
    const wantedDb = isSpeakingSoon(speaking, at) ? -duckingDb : 0;
    const beforeDb = levelDb;
    levelDb += (wantedDb - levelDb) * along(wantedDb < levelDb ? attackMs : releaseMs);
    const from = 10 ** (beforeDb / 20);
    const to = 10 ** (levelDb / 20);
    const end = Math.min(step, curve.length - at * step);
    for (let sample = 0; sample < end; sample++)
      curve[at * step + sample] = from + ((to - from) * sample) / step;
  }
  return curve;
}

/** The music gives way as long before a voice as giving way takes. */
function isSpeakingSoon(speaking: readonly boolean[], at: number): boolean {
  const ahead = attackMs / 5;
  for (let next = at; next <= at + ahead; next++) if (speaking[next]) return true;
  return false;
}

function whenSpeaking({ left, right }: Sound): boolean[] {
  const levels = Array.from({ length: Math.ceil(left.length / step) }, (_, at) => {
    let power = 0;
    const end = Math.min((at + 1) * step, left.length);
    for (let sample = at * step; sample < end; sample++)
      power += (left[sample] ?? 0) ** 2 + (right[sample] ?? 0) ** 2;
    return Math.sqrt(power / (2 * step));
  });
  const loudest = levels.reduce((most, level) => Math.max(most, level), 0);
  const least = Math.max(quietestLevel, loudest * quietShare);
  let heldFor = 0;
  return levels.map((level) => {
    heldFor = level >= least ? holdMs / 5 : Math.max(0, heldFor - 1);
    return heldFor > 0;
  });
}
