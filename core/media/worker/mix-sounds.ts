import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from '../../../shared/contract/problem.ts';
import { musicPieces, type MusicShape } from '../../../shared/rules/music-pieces.ts';
import type { Scene, SceneAudio, SceneSound } from '../../../shared/scene/scene.ts';
import { runProgram } from '../run-program.ts';
import {
  loudnessArguments,
  readLoudness,
  soundCutArguments,
  soundRateHz,
  type Loudness,
  type SoundCut,
} from '../sound-arguments.ts';
import { duckingCurve } from './mix-ducking.ts';
import { limitPeaks } from './mix-limiter.ts';
import {
  lay,
  readInterleaved,
  samplesIn,
  scaleSound,
  silence,
  waveOf,
  type Sound,
} from './mix-track.ts';
import type { WorkerTools } from './worker-tools.ts';

export type MixTools = Pick<WorkerTools, 'ffmpeg' | 'signal'>;
export type MixInput = {
  scene: Pick<Scene, 'audio' | 'sounds' | 'duckingDb'>;
  /** Files by the names of the scene: the `trackId` of its music, the `assetId` of each sound. */
  files: Readonly<Record<string, string>>;
  /** How the music is built, where that is known. */
  music?: { durationMs: number; shape?: MusicShape | undefined } | undefined;
  lengthMs: number;
  outPath: string;
  /** Of this mix alone. */
  folder: string;
};
export type MixedSound = Loudness & { path: string; samples: number };

const wantedLufs = -14;
const enoughLu = 0.2;
/** What is still a hum after this much is left quiet. */
const mostGainDb = 30;
/** Half a decibel below what is allowed: the encoder rounds peaks up. */
const ceiling = 10 ** (-1.5 / 20);
const passes = 3;
const decodeLimitMs = 120_000;

/** Everything that is heard in a scene as one WAV of exactly its length: 48 kHz, two channels, -14 LUFS,
 *  peaks below -1 dB. Nothing when the scene has no sound at all; silence stays silence. */
export async function mixSounds(tools: MixTools, input: MixInput): Promise<MixedSound | undefined> {
  const { audio, sounds = [], duckingDb = 12 } = input.scene;
  if (!audio && sounds.length === 0) return undefined;
  const samples = samplesIn(input.lengthMs);
  const voices = await layAll(
    tools,
    input,
    sounds.filter((sound) => sound.isVoice),
  );
  const mix = audio ? await layMusic(tools, input, audio) : silence(samples);
  if (audio && sounds.some((sound) => sound.isVoice))
    scaleSound(mix, duckingCurve(voices, duckingDb));
  const others = await layAll(
    tools,
    input,
    sounds.filter((sound) => !sound.isVoice),
  );
  const whole = { at: 0, from: 0, samples, gain: 1, fadeIn: 0, fadeOut: 0, curve: 'even' as const };
  lay(mix, voices, whole);
  lay(mix, others, whole);
  return settle(tools, input, mix);
}

async function layAll(tools: MixTools, input: MixInput, sounds: SceneSound[]): Promise<Sound> {
  const row = silence(samplesIn(input.lengthMs));
  for (const sound of sounds) {
    const { assetId, inMs, fromMs, speed, volume } = sound;
    const lengthMs = Math.min(sound.outMs, input.lengthMs) - inMs;
    if (lengthMs <= 0 || volume <= 0) continue;
    const cut = { path: fileFor(input, assetId), fromMs, lengthMs, ...(speed && { speed }) };
    lay(row, await readCut(tools, input, cut), {
      ...{ at: samplesIn(inMs), from: 0, samples: samplesIn(lengthMs), gain: volume },
      ...{ fadeIn: samplesIn(sound.fadeInMs), fadeOut: samplesIn(sound.fadeOutMs), curve: 'even' },
    });
  }
  return row;
}

async function layMusic(tools: MixTools, input: MixInput, audio: SceneAudio): Promise<Sound> {
  const row = silence(samplesIn(input.lengthMs));
  const { sound, pieces } = await readMusic(tools, input, audio);
  for (const [index, { atMs, fromMs, lengthMs, joinMs }] of pieces.entries())
    lay(row, sound, {
      ...{ at: samplesIn(atMs), from: samplesIn(fromMs), samples: samplesIn(lengthMs) },
      ...{ gain: 1, curve: 'power', fadeIn: samplesIn(joinMs) },
      fadeOut: samplesIn(pieces[index + 1]?.joinMs ?? 0),
    });
  const faded = silence(row.left.length);
  lay(faded, row, {
    ...{ at: 0, from: 0, samples: row.left.length, gain: audio.volume, curve: 'even' },
    ...{ fadeIn: samplesIn(audio.fadeInMs), fadeOut: samplesIn(audio.fadeOutMs) },
  });
  return faded;
}

/** All that can be heard of the track, and which stretches of it are. */
async function readMusic(tools: MixTools, input: MixInput, { trackId, startMs }: SceneAudio) {
  const { lengthMs, music } = input;
  const path = fileFor(input, trackId);
  if (music) {
    const { durationMs: trackMs, shape } = music;
    const sound = await readCut(tools, input, { path, fromMs: 0, lengthMs: trackMs });
    return { sound, pieces: musicPieces({ trackMs, startMs, lengthMs, shape }) };
  }
  const sound = await readCut(tools, input, { path, fromMs: 0, lengthMs: startMs + lengthMs });
  const trackMs = (sound.left.length / soundRateHz) * 1000;
  return { sound, pieces: musicPieces({ trackMs, startMs, lengthMs }) };
}

function fileFor({ files }: MixInput, name: string): string {
  const path = files[name];
  if (path === undefined) throw new Problem('sound-missing');
  return path;
}

async function readCut(tools: MixTools, { folder }: MixInput, cut: SoundCut): Promise<Sound> {
  const { ffmpegPath } = await tools.ffmpeg();
  const run = await runProgram(ffmpegPath, soundCutArguments(cut), {
    folder,
    timeoutMs: decodeLimitMs,
    signal: tools.signal,
    maxBytes: (samplesIn(cut.lengthMs) + soundRateHz) * 8,
  });
  tools.signal.throwIfAborted();
  // A film without sound is silent, not broken.
  const isMute = /does not contain any stream/.test(run.lastLines);
  if (run.exitCode !== 0 && !isMute)
    throw new Problem('sound-damaged', {}, { cause: new Error(run.lastLines) });
  return readInterleaved(run.stdout);
}

/** Brings the mix to its loudness: measured, raised or lowered, its peaks bent, and measured again. */
async function settle(tools: MixTools, input: MixInput, mix: Sound): Promise<MixedSound> {
  const { outPath: path } = input;
  const samples = mix.left.length;
  let gainDb = 0;
  let heard = await measure(tools, input, mix, false);
  for (let pass = 0; pass < passes && heard.lufs !== undefined; pass++) {
    gainDb = Math.min(mostGainDb, gainDb + wantedLufs - heard.lufs);
    const loud = { left: mix.left.slice(), right: mix.right.slice() };
    scaleSound(loud, 10 ** (gainDb / 20));
    limitPeaks(loud, ceiling);
    heard = await measure(tools, input, loud, true);
    const isNear = Math.abs(wantedLufs - (heard.lufs ?? wantedLufs)) <= enoughLu;
    if (isNear || gainDb === mostGainDb || pass === passes - 1) {
      await writeFile(path, waveOf(loud));
      return { ...heard, path, samples };
    }
  }
  limitPeaks(mix, ceiling);
  await writeFile(path, waveOf(mix));
  return { ...heard, path, samples };
}

async function measure(tools: MixTools, { folder }: MixInput, sound: Sound, withPeak: boolean) {
  const { ffmpegPath } = await tools.ffmpeg();
  const file = join(folder, 'measured.wav');
  try {
    await writeFile(file, waveOf(sound));
    const run = await runProgram(ffmpegPath, loudnessArguments(file, withPeak), {
      folder,
      timeoutMs: decodeLimitMs,
      signal: tools.signal,
    });
    tools.signal.throwIfAborted();
    return readLoudness(run.lastLines);
  } finally {
    await rm(file, { force: true });
  }
}
