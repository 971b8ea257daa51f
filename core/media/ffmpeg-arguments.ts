import { codingOf, softwareEncoder, type VideoEncoder } from './video-encoders.ts';

/** Formats that a file from outside may have; without this list a playlist named `.mp4` reads others. */
const readableFormats = 'mov,matroska,avi';
/** Only our own file, never a network. */
const readableProtocols = 'file,pipe';

/** Before an input that came from outside. */
export const guardedInput = [
  '-protocol_whitelist',
  readableProtocols,
  '-format_whitelist',
  readableFormats,
];

/** Never a bare name: `-y.mp4` is an option and `a:b.mp4` a protocol to ffmpeg. */
export function fileUrl(absolutePath: string): string {
  return `file:${absolutePath}`;
}

export function probeArguments(path: string): string[] {
  return [
    ['-v', 'error', ...guardedInput],
    ['-show_format', '-show_streams', '-of', 'json'],
    fileUrl(path),
  ].flat();
}

/** Reads every packet without decoding: finds a file that ends too early. */
export function readThroughArguments(path: string): string[] {
  return [
    '-nostdin',
    '-hide_banner',
    '-v',
    'error',
    ...guardedInput,
    '-i',
    fileUrl(path),
    '-map',
    '0:v:0',
    '-c',
    'copy',
    '-f',
    'null',
    '-',
  ];
}

/** The same, and for each frame whether it stands alone, in the order in which they are kept. */
export function checkArguments(path: string): string[] {
  return [
    ['-v', 'error', ...guardedInput, '-show_format', '-show_streams', '-show_packets'],
    ['-of', 'json', '-show_entries', 'packet=codec_type,flags'],
    fileUrl(path),
  ].flat();
}

/** One frame as PNG on standard output. */
export function frameArguments(path: string, atMs: number): string[] {
  return [
    '-nostdin',
    '-hide_banner',
    '-v',
    'error',
    ...guardedInput,
    '-ss',
    seconds(atMs),
    '-i',
    fileUrl(path),
    '-frames:v',
    '1',
    '-f',
    'image2pipe',
    '-c:v',
    'png',
    'pipe:1',
  ];
}

export type EncodePlan = {
  widthPx: number;
  heightPx: number;
  framesPerSecond: number;
  frames: number;
  outPath: string;
  /** Where frames come from when not from the pipe. */
  rawFramesPath?: string;
  /** A finished sound of the same length. */
  soundPath?: string | undefined;
  /** By default software. */
  encoder?: VideoEncoder | undefined;
};

/** Raw RGBA frames in, an MP4 that both networks take out: H.264 High, yuv420p, BT.709, constant rate,
 *  closed groups of two seconds, AAC at 48 kHz, index first. Understood by ffmpeg 4.1 and later. */
export function encodeArguments(plan: EncodePlan): string[] {
  const size = `${plan.widthPx}x${plan.heightPx}`;
  const rate = String(plan.framesPerSecond);
  const source = plan.rawFramesPath ? fileUrl(plan.rawFramesPath) : 'pipe:0';
  const { device, toEncoder, options } = codingOf(plan.encoder ?? softwareEncoder, mostBits(plan));
  return [
    ['-nostdin', '-hide_banner', '-v', 'error', '-y', '-protocol_whitelist', readableProtocols],
    device,
    // Beside a sound ffmpeg would keep eight frames waiting, of 8 MB each; ours are drawn ahead already.
    ['-thread_queue_size', '1'],
    ['-f', 'rawvideo', '-pix_fmt', 'rgba', '-s', size, '-r', rate, '-i', source],
    audioInput(plan),
    // As many frames as come: told a number, ffmpeg ends the sound with the last of them.
    ['-map', '0:v:0'],
    ['-vf', `scale=out_color_matrix=bt709:out_range=tv:flags=bilinear,${toEncoder}`],
    options,
    ['-g', String(plan.framesPerSecond * 2), '-flags', '+cgop', '-r', rate],
    ['-color_primaries', 'bt709', '-color_trc', 'bt709', '-colorspace', 'bt709'],
    ['-color_range', 'tv', ...audioOutput(plan)],
    ['-map_metadata', '-1', '-fflags', '+bitexact', '-movflags', '+faststart', '-f', 'mp4'],
    fileUrl(plan.outPath),
  ].flat();
}

/** Of stories, that take less than reels: 100 MB, with room for the box around and a peak. */
const mostBytes = 92_000_000;
const peakBits = 12_000_000;
const audioBits = 192_000;
/** The careful coder lifts some peaks by two decibels, above what the networks take without clipping. */
const aacCoder = ['-c:a', 'aac', '-aac_coder', 'fast'];

/** What the picture may take a second, so that the whole stays within what every place takes. */
function mostBits({ frames, framesPerSecond }: EncodePlan): number {
  const fitting = (mostBytes * 8 * framesPerSecond) / frames - audioBits;
  return Math.round(Math.max(500_000, Math.min(peakBits, fitting)));
}

function audioInput({ soundPath }: EncodePlan): string[] {
  return soundPath === undefined ? [] : ['-i', fileUrl(soundPath)];
}

function audioOutput({ soundPath, frames, framesPerSecond }: EncodePlan): string[] {
  if (soundPath === undefined) return ['-an'];
  return [
    ['-map', '1:a:0', '-t', seconds((frames / framesPerSecond) * 1000)],
    [...aacCoder, '-b:a', String(audioBits), '-ar', '48000', '-ac', '2'],
  ].flat();
}

/** As ffmpeg reads times. */
export function seconds(durationMs: number): string {
  return (durationMs / 1000).toFixed(3);
}
