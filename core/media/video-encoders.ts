/** Encoders of graphics cards and processors, in the order in which they are offered. */
export const hardwareEncoders = [
  'h264_videotoolbox',
  'h264_nvenc',
  'h264_qsv',
  'h264_mf',
  'h264_vaapi',
] as const;
export type HardwareEncoder = (typeof hardwareEncoders)[number];
/** The one that every ffmpeg we take has. */
export const softwareEncoder = 'libx264';
export type VideoEncoder = typeof softwareEncoder | HardwareEncoder;

export type Coding = {
  /** Before the first input. */
  device: string[];
  /** After the picture has its colours. */
  toEncoder: string;
  options: string[];
};

/** What hardware aims at: it has no quality to ask for that means the same everywhere. */
const usualBits = 8_000_000;

/** How an encoder is asked for H.264 High that nowhere takes more than `mostBits` a second. */
export function codingOf(encoder: VideoEncoder, mostBits: number): Coding {
  const bits = String(Math.min(usualBits, mostBits));
  const limits = ['-maxrate', String(mostBits), '-bufsize', String(mostBits)];
  const plain = { device: [], toEncoder: 'format=nv12' };
  switch (encoder) {
    case 'libx264': {
      const quality = ['-profile:v', 'high', '-preset', 'veryfast', '-crf', '20'];
      // What is looked ahead at stands in one row, not in two: the same film, 40 MB less.
      const lean = ['-x264-params', 'sync-lookahead=0'];
      return named(encoder, {
        ...{ device: [], toEncoder: 'format=yuv420p' },
        options: [...quality, ...lean, ...limits],
      });
    }
    case 'h264_videotoolbox':
      // Without the second it would quietly encode in software, slower than x264.
      return named(encoder, {
        ...plain,
        options: ['-profile:v', 'high', '-allow_sw', '0', '-b:v', bits, ...limits],
      });
    case 'h264_nvenc':
      return named(encoder, {
        ...plain,
        options: [
          ...['-profile:v', 'high', '-rc', 'vbr', '-strict_gop', '1'],
          ...['-b:v', bits, ...limits],
        ],
      });
    case 'h264_qsv':
      return named(encoder, {
        ...plain,
        options: ['-profile:v', 'high', '-preset', 'medium', '-b:v', bits, ...limits],
      });
    case 'h264_mf':
      // Its profile is a number of H.264's own; 100 is High.
      return named(encoder, {
        ...plain,
        options: [
          ...['-profile:v', '100', '-hw_encoding', '1', '-rate_control', 'pc_vbr'],
          ...['-b:v', bits, ...limits],
        ],
      });
    case 'h264_vaapi':
      return named(encoder, {
        device: ['-vaapi_device', '/dev/dri/renderD128'],
        toEncoder: 'format=nv12,hwupload',
        options: ['-profile:v', 'high', '-bf', '0', '-b:v', bits, ...limits],
      });
  }
}

function named(encoder: VideoEncoder, { options, ...coding }: Coding): Coding {
  return { ...coding, options: ['-c:v', encoder, ...options] };
}

/** Which of them `ffmpeg -encoders` lists. Listed is not there: it says what the program was built with. */
export function listedEncoders(listing: string): HardwareEncoder[] {
  return hardwareEncoders.filter((name) => new RegExp(`^ \\S+ ${name} `, 'm').test(listing));
}
