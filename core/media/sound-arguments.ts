import { fileUrl } from './ffmpeg-arguments.ts';

/** Formats that a sound from outside may have, alone or with pictures. */
const soundFormats = 'mov,matroska,avi,mp3,wav,ogg,flac';

/** Before a file with sound that came from outside: no playlist, no network. */
export const guardedSound = ['-protocol_whitelist', 'file,pipe', '-format_whitelist', soundFormats];

export function probeSoundArguments(path: string): string[] {
  const wanted = ['-show_format', '-show_streams', '-of', 'json'];
  return ['-v', 'error', ...guardedSound, ...wanted, fileUrl(path)];
}

export const soundRateHz = 48_000;
const quiet = ['-nostdin', '-hide_banner', '-v', 'error'];

export type SoundCut = { path: string; fromMs: number; lengthMs: number; speed?: number };

/** How long before the cut reading begins: the decoder has settled when it comes to it. */
const leadMs = 2000;

/** A part of a file's sound as raw 32-bit floats, 48 kHz, two channels, on standard output. The first
 *  sample is the one at `fromMs` of the file's own clock, whenever its sound begins. */
export function soundCutArguments({ path, fromMs, lengthMs, speed = 1 }: SoundCut): string[] {
  const skipMs = Math.max(0, fromMs - leadMs);
  const sourceMs = lengthMs * speed;
  const filters = [
    // Without this a sound that begins later than the pictures would come too early.
    `aresample=${soundRateHz}:async=1:first_pts=0`,
    `aformat=sample_fmts=flt:channel_layouts=stereo`,
    `atrim=start=${seconds(fromMs - skipMs)}:duration=${seconds(sourceMs)}`,
    'asetpts=PTS-STARTPTS',
    ...tempoSteps(speed).map((step) => `atempo=${step}`),
  ];
  return [
    [...quiet, ...guardedSound],
    skipMs > 0 ? ['-ss', seconds(skipMs)] : [],
    ['-i', fileUrl(path), '-map', '0:a:0?', '-af', filters.join(',')],
    ['-t', seconds(lengthMs), '-f', 'f32le', '-c:a', 'pcm_f32le', 'pipe:1'],
  ].flat();
}

/** The filter takes half to double speed at once. */
export function tempoSteps(speed: number): number[] {
  if (Math.abs(speed - 1) < 0.001) return [];
  if (speed > 2) return [2, ...tempoSteps(speed / 2)];
  if (speed < 0.5) return [0.5, ...tempoSteps(speed / 0.5)];
  return [Number(speed.toFixed(4))];
}

/** All of a file's sound, one channel, for looking at it. */
export function wholeSoundArguments(path: string, rateHz: number, mostMs: number): string[] {
  return [
    [...quiet, ...guardedSound, '-i', fileUrl(path), '-map', '0:a:0?'],
    ['-af', `aresample=${rateHz}:async=1:first_pts=0`, '-ac', '1', '-t', seconds(mostMs)],
    ['-f', 's16le', '-c:a', 'pcm_s16le', 'pipe:1'],
  ].flat();
}

/** Integrated loudness (EBU R 128) and, when asked for, the true peak of our own WAV, said at the end. */
export function loudnessArguments(path: string, withPeak: boolean): string[] {
  const meter = `ebur128=framelog=verbose${withPeak ? ':peak=true' : ''}`;
  return [
    ['-nostdin', '-hide_banner', '-nostats', '-v', 'info', '-protocol_whitelist', 'file,pipe'],
    ['-f', 'wav', '-i', fileUrl(path), '-af', meter, '-f', 'null', '-'],
  ].flat();
}

export type Loudness = { lufs: number | undefined; truePeakDb: number | undefined };

/** Reads what the meter said last. Nothing for silence, or what is too short to be measured. */
export function readLoudness(said: string): Loudness {
  const summary = said.slice(said.lastIndexOf('Summary:'));
  const lufs = Number(/\bI:\s+(-?[\d.]+) LUFS/.exec(summary)?.[1] ?? Number.NaN);
  const peak = Number(/Peak:\s+(-?[\d.]+) dBFS/.exec(summary)?.[1] ?? Number.NaN);
  return {
    // The meter's floor is -70.
    lufs: lufs > -69.9 ? lufs : undefined,
    truePeakDb: Number.isFinite(peak) ? peak : undefined,
  };
}

function seconds(durationMs: number): string {
  return (durationMs / 1000).toFixed(6);
}
