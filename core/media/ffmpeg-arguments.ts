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
  audio?: {
    path: string;
    startMs: number;
    fadeInMs: number;
    fadeOutMs: number;
    volume: number;
  };
};

/** Raw RGBA frames in, an MP4 that both networks take out: H.264 High, yuv420p, BT.709, constant rate,
 *  closed groups of two seconds, AAC at 48 kHz, index first. Understood by ffmpeg 4.1 and later. */
export function encodeArguments(plan: EncodePlan): string[] {
  const size = `${plan.widthPx}x${plan.heightPx}`;
  const rate = String(plan.framesPerSecond);
  const source = plan.rawFramesPath ? fileUrl(plan.rawFramesPath) : 'pipe:0';
  return [
    ['-nostdin', '-hide_banner', '-v', 'error', '-y', '-protocol_whitelist', readableProtocols],
    ['-f', 'rawvideo', '-pix_fmt', 'rgba', '-s', size, '-r', rate, '-i', source],
    audioInput(plan),
    ['-map', '0:v:0', '-frames:v', String(plan.frames)],
    ['-vf', 'scale=out_color_matrix=bt709:out_range=tv:flags=bilinear,format=yuv420p'],
    ['-c:v', 'libx264', '-profile:v', 'high', '-preset', 'veryfast', '-crf', '20'],
    ['-g', String(plan.framesPerSecond * 2), '-flags', '+cgop', '-r', rate],
    ['-color_primaries', 'bt709', '-color_trc', 'bt709', '-colorspace', 'bt709'],
    ['-color_range', 'tv', ...audioOutput(plan)],
    ['-map_metadata', '-1', '-fflags', '+bitexact', '-movflags', '+faststart', '-f', 'mp4'],
    fileUrl(plan.outPath),
  ].flat();
}

function audioInput({ audio }: EncodePlan): string[] {
  // Looped, so that a track shorter than the video never leaves silence.
  return audio
    ? ['-stream_loop', '-1', '-ss', seconds(audio.startMs), '-i', fileUrl(audio.path)]
    : [];
}

function audioOutput({ audio, frames, framesPerSecond }: EncodePlan): string[] {
  if (!audio) return ['-an'];
  const lengthMs = (frames / framesPerSecond) * 1000;
  const fadeOutMs = Math.min(audio.fadeOutMs, lengthMs);
  const filters = [
    `afade=t=in:st=0:d=${seconds(audio.fadeInMs)}`,
    `afade=t=out:st=${seconds(lengthMs - fadeOutMs)}:d=${seconds(fadeOutMs)}`,
    `volume=${audio.volume.toFixed(3)}`,
  ];
  return [
    '-map',
    '1:a:0',
    '-af',
    filters.join(','),
    '-t',
    seconds(lengthMs),
    '-c:a',
    'aac',
    '-b:a',
    '160k',
    '-ar',
    '48000',
    '-ac',
    '2',
  ];
}

function seconds(durationMs: number): string {
  return (durationMs / 1000).toFixed(3);
}
