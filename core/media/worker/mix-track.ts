import { soundRateHz } from '../sound-arguments.ts';

/** Two channels of samples, 48 kHz, 1 is full scale. */
export type Sound = { left: Float32Array; right: Float32Array };

export function silence(samples: number): Sound {
  return { left: new Float32Array(samples), right: new Float32Array(samples) };
}

export const samplesIn = (durationMs: number) => Math.round((durationMs * soundRateHz) / 1000);

/** Every machine that this runs on keeps numbers as the files do, so that bytes are samples already. */
function floatsOf(raw: Buffer, count: number): Float32Array {
  const isAligned = raw.byteOffset % Float32Array.BYTES_PER_ELEMENT === 0;
  const { buffer, byteOffset } = isAligned ? raw : Buffer.from(Uint8Array.from(raw).buffer);
  return new Float32Array(buffer, byteOffset, count);
}

/** Splits raw interleaved floats into channels. */
export function readInterleaved(raw: Buffer): Sound {
  const sound = silence(Math.floor(raw.length / 8));
  const { left, right } = sound;
  const samples = floatsOf(raw, left.length * 2);
  for (let at = 0; at < left.length; at++) {
    left[at] = samples[at * 2] ?? 0;
    right[at] = samples[at * 2 + 1] ?? 0;
  }
  return sound;
}

export type Placing = {
  /** Where in the mix it begins, in samples. */
  at: number;
  /** From where in the sound, and how much of it. */
  from: number;
  samples: number;
  gain: number;
  fadeIn: number;
  fadeOut: number;
  /** Two sounds that take turns keep their power in between; a single one fades evenly. */
  curve: 'even' | 'power';
};

/** Lays a stretch of a sound over a mix. What stands outside of either is left out. */
export function lay(mix: Sound, sound: Sound, placing: Placing): void {
  const { at, from, samples, gain, fadeIn, fadeOut, curve } = placing;
  const end = Math.min(samples, sound.left.length - from, mix.left.length - at);
  for (let step = Math.max(0, -at); step < end; step++) {
    const level = gain * fade(step, fadeIn, curve) * fade(samples - step, fadeOut, curve);
    mix.left[at + step] = (mix.left[at + step] ?? 0) + (sound.left[from + step] ?? 0) * level;
    mix.right[at + step] = (mix.right[at + step] ?? 0) + (sound.right[from + step] ?? 0) * level;
  }
}

function fade(step: number, length: number, curve: Placing['curve']): number {
  if (step >= length) return 1;
  const frac = Math.max(0, step / length);
  return curve === 'power' ? Math.sin((frac * Math.PI) / 2) : frac;
}

/** Multiplies by a level that changes along the way, or by one number. */
export function scaleSound({ left, right }: Sound, by: Float32Array | number): void {
  const steady = typeof by === 'number' ? by : undefined;
  const levels = typeof by === 'number' ? undefined : by;
  for (let at = 0; at < left.length; at++) {
    const level = steady ?? levels?.[at] ?? 1;
    left[at] = (left[at] ?? 0) * level;
    right[at] = (right[at] ?? 0) * level;
  }
}

/** A WAV of 32-bit floats: nothing is rounded or cut off before the loudness is set. */
export function waveOf({ left, right }: Sound): Buffer {
  const bodyBytes = left.length * 8;
  // Of its own, so that its samples begin where a number may.
  const file = Buffer.allocUnsafeSlow(44 + bodyBytes);
  file.write('RIFF', 0);
  file.writeUInt32LE(36 + bodyBytes, 4);
  file.write('WAVEfmt ', 8);
  file.writeUInt32LE(16, 16);
  // 3: samples are floats.
  file.writeUInt16LE(3, 20);
  file.writeUInt16LE(2, 22);
  file.writeUInt32LE(soundRateHz, 24);
  file.writeUInt32LE(soundRateHz * 8, 28);
  file.writeUInt16LE(8, 32);
  file.writeUInt16LE(32, 34);
  file.write('data', 36);
  file.writeUInt32LE(bodyBytes, 40);
  const samples = floatsOf(file.subarray(44), left.length * 2);
  for (let at = 0; at < left.length; at++) {
    samples[at * 2] = left[at] ?? 0;
    samples[at * 2 + 1] = right[at] ?? 0;
  }
  return file;
}
