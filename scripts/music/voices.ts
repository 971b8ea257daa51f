// Instruments: each gives the samples of one note, at full level, one channel.
export const sampleRate = 48_000;

export type Voice = (frequencyHz: number, seconds: number, random: () => number) => Float32Array;

const turn = 2 * Math.PI;

function note(seconds: number, at: (time: number, index: number) => number): Float32Array {
  const samples = new Float32Array(Math.ceil(seconds * sampleRate));
  for (let index = 0; index < samples.length; index += 1)
    samples[index] = at(index / sampleRate, index);
  return samples;
}

/** Rises in `attack` seconds and falls to nothing by the end, so that no note clicks. */
function envelope(time: number, seconds: number, attack: number, release: number): number {
  const rise = Math.min(1, time / attack);
  const fall = Math.min(1, Math.max(0, (seconds - time) / release));
  return rise * fall * fall;
}

/** A soft electric piano: one sine bends another, brighter at the stroke than in the tail. */
export const electricPiano: Voice = (hz, seconds) =>
  note(seconds + 0.6, (time) => {
    const decay = Math.exp(-time * 1.5);
    const bend = 1.6 * Math.exp(-time * 5) * Math.sin(turn * hz * time);
    const bell = 0.12 * Math.exp(-time * 9) * Math.sin(turn * hz * 7.01 * time);
    const tremble = 1 + 0.05 * Math.sin(turn * 4.6 * time);
    const tone = Math.sin(turn * hz * time + bend) + 0.25 * Math.sin(turn * hz * 2 * time);
    return (tone + bell) * decay * tremble * envelope(time, seconds + 0.6, 0.006, 0.5) * 0.6;
  });

/** A wooden bar struck with a soft mallet. */
export const marimba: Voice = (hz) =>
  note(1.4, (time) => {
    const body = Math.sin(turn * hz * time) * Math.exp(-time * 4.2);
    const fourth = 0.28 * Math.sin(turn * hz * 3.93 * time) * Math.exp(-time * 11);
    const knock = 0.1 * Math.sin(turn * hz * 9.6 * time) * Math.exp(-time * 38);
    return (body + fourth + knock) * envelope(time, 1.4, 0.003, 0.3) * 0.8;
  });

/** A plucked string: noise going round a loop that loses its edge. */
export const plucked: Voice = (hz, seconds, random) => {
  // The softening below is half a sample late: the loop is that much shorter, else the string is flat.
  const period = Math.max(2, Math.round(sampleRate / hz - 0.5));
  const loop = new Float32Array(period);
  let before = 0;
  for (let index = 0; index < period; index += 1) {
    before = before * 0.55 + (random() * 2 - 1) * 0.45;
    loop[index] = before;
  }
  const lasts = Math.min(seconds + 0.9, 2.4);
  let low = 0;
  return note(lasts, (time, index) => {
    const at = index % period;
    const here = loop[at] ?? 0;
    const next = loop[(at + 1) % period] ?? 0;
    loop[at] = (here * 0.5 + next * 0.5) * 0.9965;
    low += (here - low) * 0.55;
    return low * envelope(time, lasts, 0.002, 0.5) * 1.5;
  });
};

/** A slow chord of many soft partials, slightly out of tune with itself. */
export const pad: Voice = (hz, seconds) => {
  const lasts = seconds + 1.6;
  const detunes = [-0.0022, 0, 0.0026];
  return note(lasts, (time) => {
    let sum = 0;
    for (const detune of detunes)
      for (let partial = 1; partial <= 5; partial += 1) {
        const level = Math.exp(-(partial - 1) * 0.95) / partial;
        sum += level * Math.sin(turn * hz * partial * (1 + detune) * time + partial * detune * 900);
      }
    return sum * envelope(time, lasts, 0.7, 1.5) * 0.22;
  });
};

/** A round bass with a hint of its octave. */
export const bass: Voice = (hz, seconds) =>
  note(seconds + 0.12, (time) => {
    const tone = Math.sin(turn * hz * time) + 0.35 * Math.sin(turn * hz * 2 * time);
    const warm = Math.tanh(tone * 1.3);
    return warm * Math.exp(-time * 0.9) * envelope(time, seconds + 0.12, 0.008, 0.12) * 0.75;
  });

/** A soft drum: a tone that falls into the floor. */
export const kick: Voice = () =>
  note(0.34, (time) => {
    const phase = 46 * time + (92 * (1 - Math.exp(-time * 26))) / 26;
    return Math.sin(turn * phase) * Math.exp(-time * 11) * envelope(time, 0.34, 0.002, 0.1);
  });

/** Grains in a box. */
export const shaker: Voice = (_hz, _seconds, random) => {
  let low = 0;
  return note(0.09, (time) => {
    const noise = random() * 2 - 1;
    low += (noise - low) * 0.42;
    return (noise - low) * Math.exp(-time * 48) * envelope(time, 0.09, 0.012, 0.03) * 0.5;
  });
};

/** Hands, or a brush on a snare: three short bursts in a small room. */
export const clap: Voice = (_hz, _seconds, random) => {
  let low = 0;
  let high = 0;
  return note(0.26, (time) => {
    const noise = random() * 2 - 1;
    low += (noise - low) * 0.3;
    high += (low - high) * 0.09;
    const burst =
      time < 0.022 ? Math.exp(-((time % 0.0105) * 260)) : Math.exp(-(time - 0.022) * 19);
    return (low - high) * burst * envelope(time, 0.26, 0.001, 0.1) * 1.1;
  });
};

/** A felt piano: strings that are a little too sharp above, struck softly, fading one after another. */
export const piano: Voice = (hz, seconds, random) => {
  const lasts = seconds + 2.2;
  let soft = 0;
  return note(lasts, (time) => {
    let sum = 0;
    for (let partial = 1; partial <= 7; partial += 1) {
      const sharp = partial * Math.sqrt(1 + 0.0004 * partial * partial);
      if (hz * sharp > 6000) break;
      const level = Math.exp(-(partial - 1) * 0.85);
      sum += level * Math.sin(turn * hz * sharp * time) * Math.exp(-time * (0.7 + partial * 0.55));
    }
    soft += (random() * 2 - 1 - soft) * 0.12;
    const felt = 0.25 * soft * Math.exp(-time * 60);
    return (sum + felt) * envelope(time, lasts, 0.004, 1.6) * 0.5;
  });
};

/** A small bell of a keyboard. */
export const celesta: Voice = (hz) =>
  note(1.9, (time) => {
    const body = Math.sin(turn * hz * time) * Math.exp(-time * 2.6);
    const upper = 0.22 * Math.sin(turn * hz * 4.02 * time) * Math.exp(-time * 6.5);
    const strike = 0.05 * Math.sin(turn * hz * 10.1 * time) * Math.exp(-time * 30);
    return (body + upper + strike) * envelope(time, 1.9, 0.003, 0.5) * 0.6;
  });

/** A short warm chord of a keyboard, closed like a filter. */
export const stab: Voice = (hz, seconds) =>
  note(seconds + 0.4, (time) => {
    let sum = 0;
    for (let partial = 1; partial <= 6; partial += 1)
      sum +=
        (Math.sin(turn * hz * partial * time) + Math.sin(turn * hz * partial * 1.004 * time)) *
        (Math.exp(-(partial - 1) * (0.7 + time * 5)) / partial);
    return sum * Math.exp(-time * 3.2) * envelope(time, seconds + 0.4, 0.006, 0.3) * 0.32;
  });
