import { z } from 'zod';

const number = z.union([z.number(), z.string().transform(Number)]);
const stream = z.object({
  codec_type: z.string().optional(),
  codec_name: z.string().optional(),
  width: z.number().optional(),
  height: z.number().optional(),
  duration: number.optional(),
  nb_frames: number.optional(),
  bit_rate: number.optional(),
  avg_frame_rate: z.string().optional(),
  pix_fmt: z.string().optional(),
  profile: z.string().optional(),
  r_frame_rate: z.string().optional(),
  field_order: z.string().optional(),
  sample_aspect_ratio: z.string().optional(),
  color_range: z.string().optional(),
  color_space: z.string().optional(),
  color_transfer: z.string().optional(),
  color_primaries: z.string().optional(),
  sample_rate: number.optional(),
  channels: number.optional(),
  tags: z.object({ rotate: z.string().optional() }).optional(),
  side_data_list: z.array(z.object({ rotation: z.number().optional() })).optional(),
});
const answer = z.object({
  format: z.object({ duration: number.optional(), format_name: z.string().optional() }).optional(),
  streams: z.array(stream).default([]),
});

/** What ffprobe found, in our units; the size as it is watched, after rotation. */
export type ProbedFile = {
  durationMs: number;
  streamCount: number;
  video?:
    | {
        codec: string;
        widthPx: number;
        heightPx: number;
        framesPerSecond: number;
        frames?: number | undefined;
        bitsPerSecond?: number | undefined;
        pixelFormat?: string | undefined;
        profile?: string | undefined;
        /** Of the picture alone; nothing where the file does not say. */
        durationMs?: number | undefined;
        /** Set when every frame is said to come at the same distance. */
        steadyRate?: number | undefined;
        /** Shines brighter than a screen shows. */
        isHdr?: true | undefined;
        /** Each frame holds two half pictures, line by line. */
        isInterlaced?: true | undefined;
        /** Its pixels are kept in another shape than they are watched in. */
        isStretched?: true | undefined;
        colours: ColourTags;
      }
    | undefined;
  audio?:
    | {
        codec: string;
        sampleRateHz: number;
        channels?: number | undefined;
        durationMs?: number | undefined;
      }
    | undefined;
};
/** As ffprobe names them; nothing where a file does not say. */
export type ColourTags = {
  range?: string | undefined;
  matrix?: string | undefined;
  transfer?: string | undefined;
  primaries?: string | undefined;
};

/** Reads `ffprobe -of json`. Answers undefined when it is not such an answer. */
export function readProbeAnswer(text: string): ProbedFile | undefined {
  const parsed = answer.safeParse(parseJson(text));
  if (!parsed.success) return undefined;
  const { format, streams } = parsed.data;
  const video = streams.find((one) => one.codec_type === 'video');
  const audio = streams.find((one) => one.codec_type === 'audio');
  const lengthS = format?.duration ?? video?.duration ?? 0;
  return {
    durationMs: Number.isFinite(lengthS) ? Math.round(lengthS * 1000) : 0,
    streamCount: streams.length,
    video: video && readVideo(video),
    audio: audio && {
      codec: audio.codec_name ?? '',
      sampleRateHz: audio.sample_rate ?? 0,
      channels: audio.channels,
      durationMs: lengthOf(audio),
    },
  };
}

function readVideo(video: z.infer<typeof stream>): ProbedFile['video'] {
  const turned = isTurned(video);
  const [width, height] = squareSize(video);
  const rate = readRate(video.r_frame_rate);
  const transfer = video.color_transfer;
  return {
    codec: video.codec_name ?? '',
    widthPx: turned ? height : width,
    heightPx: turned ? width : height,
    framesPerSecond: readRate(video.avg_frame_rate),
    frames: video.nb_frames,
    bitsPerSecond: video.bit_rate,
    pixelFormat: video.pix_fmt,
    profile: video.profile,
    durationMs: lengthOf(video),
    steadyRate: rate > 0 && rate === readRate(video.avg_frame_rate) ? rate : undefined,
    isHdr: transfer !== undefined && brightTransfers.has(transfer) ? true : undefined,
    isStretched: width !== video.width || height !== video.height ? true : undefined,
    isInterlaced: halved.has(video.field_order ?? '') ? true : undefined,
    colours: {
      range: video.color_range,
      matrix: video.color_space,
      transfer,
      primaries: video.color_primaries,
    },
  };
}

function lengthOf({ duration = Number.NaN }: z.infer<typeof stream>): number | undefined {
  return Number.isFinite(duration) ? Math.round(duration * 1000) : undefined;
}

/** As it is watched when its pixels are not square: never with less of them, as browsers do it. */
function squareSize(video: z.infer<typeof stream>): [number, number] {
  const { width = 0, height = 0 } = video;
  const shape = readRate(video.sample_aspect_ratio?.replace(':', '/'));
  if (shape <= 0 || shape === 1) return [width, height];
  return shape > 1 ? [Math.round(width * shape), height] : [width, Math.round(height / shape)];
}

/** Of frames that hold two half pictures, whichever comes first. */
const halved = new Set(['tt', 'bb', 'tb', 'bt']);
/** PQ and HLG. */
const brightTransfers = new Set(['smpte2084', 'arib-std-b67']);

/** Phones film lying on the side and say so: as a tag before ffmpeg 5, as side data since. */
function isTurned(video: z.infer<typeof stream>): boolean {
  const side = video.side_data_list?.find((data) => data.rotation !== undefined)?.rotation;
  const degrees = side ?? Number(video.tags?.rotate ?? 0);
  return Math.abs(degrees) % 180 === 90;
}

function readRate(text: string | undefined): number {
  const [over = 0, under = 0] = (text ?? '').split('/').map(Number);
  return under > 0 ? over / under : 0;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
