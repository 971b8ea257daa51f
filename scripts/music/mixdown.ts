import { sampleRate, type Voice } from './voices.ts';

export type Mix = { left: Float32Array; right: Float32Array; room: Float32Array };

export function newMix(seconds: number): Mix {
  const length = Math.ceil(seconds * sampleRate);
  return {
    left: new Float32Array(length),
    right: new Float32Array(length),
    room: new Float32Array(length),
  };
}

export type Strike = {
  voice: Voice;
  frequencyHz: number;
  atSeconds: number;
  seconds: number;
  level: number;
  /** -1 left to 1 right. */
  pan: number;
  /** How much of it goes into the room. */
  room: number;
};

/** Adds one note to the mix. */
export function strike(mix: Mix, what: Strike, random: () => number): void {
  const samples = what.voice(what.frequencyHz, what.seconds, random);
  const start = Math.round(what.atSeconds * sampleRate);
  // Equal power: a note is as loud at the side as in the middle.
  const angle = ((what.pan + 1) * Math.PI) / 4;
  const left = Math.cos(angle) * what.level;
  const right = Math.sin(angle) * what.level;
  const end = Math.min(samples.length, mix.left.length - start);
  for (let index = 0; index < end; index += 1) {
    const sample = samples[index] ?? 0;
    mix.left[start + index] = (mix.left[start + index] ?? 0) + sample * left;
    mix.right[start + index] = (mix.right[start + index] ?? 0) + sample * right;
    mix.room[start + index] = (mix.room[start + index] ?? 0) + sample * what.level * what.room;
  }
}

/** A room of echoes that lose their edge, other on the left than on the right. */
export function addRoom(mix: Mix, amount: number): void {
  for (const [side, spread] of [
    [mix.left, 0],
    [mix.right, 23],
  ] as const) {
    const wet = new Float32Array(mix.room.length);
    for (const delay of [1687, 1931, 2053, 2251]) echo(mix.room, wet, delay + spread, 0.81);
    smear(wet, 556 + spread, 0.5);
    smear(wet, 225 + spread, 0.5);
    for (let index = 0; index < side.length; index += 1)
      side[index] = (side[index] ?? 0) + (wet[index] ?? 0) * amount;
  }
}

function echo(dry: Float32Array, wet: Float32Array, delay: number, feedback: number): void {
  const line = new Float32Array(delay);
  let low = 0;
  for (let index = 0; index < dry.length; index += 1) {
    const at = index % delay;
    const back = line[at] ?? 0;
    low += (back - low) * 0.42;
    line[at] = (dry[index] ?? 0) + low * feedback;
    wet[index] = (wet[index] ?? 0) + back * 0.25;
  }
}

function smear(samples: Float32Array, delay: number, amount: number): void {
  const line = new Float32Array(delay);
  for (let index = 0; index < samples.length; index += 1) {
    const at = index % delay;
    const back = line[at] ?? 0;
    const into = (samples[index] ?? 0) + back * amount;
    line[at] = into;
    samples[index] = back - into * amount;
  }
}

const fadeSeconds = 1.6;
/** Of full scale: what the encoder adds between samples stays below -1.5 dB. */
const highest = 0.79;

/** The mix at a level (its root mean square), low rumble taken out, peaks rounded off, its end faded. */
export function finish(mix: Mix, level: number): Mix {
  const sides = [mix.left, mix.right].map((side) => withoutRumble(side));
  const power = sides.map(
    (side) => side.reduce((sum, sample) => sum + sample * sample, 0) / side.length,
  );
  const loudness = Math.sqrt(((power[0] ?? 0) + (power[1] ?? 0)) / 2);
  const gain = level / Math.max(loudness, 1e-6);
  const fade = fadeSeconds * sampleRate;
  const [left = new Float32Array(), right = new Float32Array()] = sides.map((side) =>
    side.map((sample, index) => {
      const rest = Math.min(1, (side.length - index) / fade);
      const ease = rest * rest * (3 - 2 * rest);
      return Math.tanh((sample * gain) / highest) * highest * ease;
    }),
  );
  return { left, right, room: mix.room };
}

/** What no small loudspeaker plays, and only takes room: below 35 Hz. */
function withoutRumble(side: Float32Array): Float32Array {
  const step = 1 - Math.exp((-2 * Math.PI * 35) / sampleRate);
  let low = 0;
  return side.map((sample) => {
    low += (sample - low) * step;
    return sample - low;
  });
}

/** The mix as a WAV file: 48 kHz, two channels, 16 bit. */
export function waveFile(mix: Mix): Buffer {
  const frames = mix.left.length;
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + frames * 4, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(2, 22);
  header.writeUInt32LE(sampleRate, 24);
  header.writeUInt32LE(sampleRate * 4, 28);
  header.writeUInt16LE(4, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36);
  header.writeUInt32LE(frames * 4, 40);
  const body = Buffer.alloc(frames * 4);
  for (let index = 0; index < frames; index += 1) {
    body.writeInt16LE(Math.round((mix.left[index] ?? 0) * 32_767), index * 4);
    body.writeInt16LE(Math.round((mix.right[index] ?? 0) * 32_767), index * 4 + 2);
  }
  return Buffer.concat([header, body]);
}
