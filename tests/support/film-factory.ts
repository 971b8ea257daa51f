import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findFfmpeg } from '../../core/media/find-ffmpeg.ts';

export type FilmWish = {
  /** Sources of ffmpeg's lavfi. */
  video?: string;
  audio?: string;
  /** Coding and box; by default H.264 and AAC. */
  with?: readonly string[];
};

const plainCoding = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p'];

export type FilmFactory = Awaited<ReturnType<typeof createFilmFactory>>;

/** Makes the kinds of films that phones, cameras and editors write, in one folder. */
export async function createFilmFactory(folder: string) {
  mkdirSync(folder, { recursive: true });
  const { ffmpegPath, ffprobePath } = await findFfmpeg();
  const quiet = ['-nostdin', '-v', 'error', '-y'];

  return {
    folder,
    ffmpegPath,
    make(name: string, { video, audio, with: coding = plainCoding }: FilmWish): string {
      const path = join(folder, name);
      const sources = [video, audio].filter((one) => one !== undefined);
      const inputs = sources.flatMap((one) => ['-f', 'lavfi', '-i', one]);
      execFileSync(ffmpegPath, [...quiet, ...inputs, ...coding, `file:${path}`]);
      return path;
    },
    /** The first picture and sound stream, as ffprobe tells of them. */
    probe(path: string): { video: Told; audio: Told | undefined; durationS: number } {
      const asked = ['-v', 'error', '-show_streams', '-show_format', '-of', 'json', path];
      const { streams, format } = JSON.parse(
        execFileSync(ffprobePath, asked, { encoding: 'utf8' }),
      ) as { streams: Told[]; format: { duration: string } };
      const of = (kind: string) => streams.find((one) => one['codec_type'] === kind);
      return { video: of('video') ?? {}, audio: of('audio'), durationS: Number(format.duration) };
    },
    /** When each picture is shown, in seconds. */
    moments(path: string): number[] {
      const asked = ['-select_streams', 'v', '-show_entries', 'frame=best_effort_timestamp_time'];
      const args = ['-v', 'error', ...asked, '-of', 'csv=p=0', path];
      const lines = execFileSync(ffprobePath, args, { encoding: 'utf8' }).split('\n');
      return lines.filter((line) => line !== '').map((line) => Number.parseFloat(line));
    },
    /** Every picture as raw RGBA of this size. */
    frames(path: string, widthPx: number, heightPx: number): Buffer[] {
      const graph = `scale=${widthPx}:${heightPx}:flags=area+accurate_rnd+full_chroma_int:in_color_matrix=bt709`;
      const out = ['-vf', graph, '-f', 'rawvideo', '-pix_fmt', 'rgba', '-'];
      const options = { maxBuffer: 1_000_000_000 };
      const args = ['-nostdin', '-v', 'error', '-i', path, '-vsync', 'passthrough', ...out];
      const bytes = execFileSync(ffmpegPath, args, options);
      const frameBytes = widthPx * heightPx * 4;
      return Array.from({ length: Math.floor(bytes.length / frameBytes) }, (_, index) =>
        bytes.subarray(index * frameBytes, (index + 1) * frameBytes),
      );
    },
    /** The sound as samples of one channel at 48 kHz. */
    samples(path: string): Int16Array {
      const out = ['-map', '0:a:0', '-ac', '1', '-ar', '48000', '-f', 's16le', '-'];
      const options = { maxBuffer: 200_000_000 };
      const bytes = execFileSync(
        ffmpegPath,
        ['-nostdin', '-v', 'error', '-i', path, ...out],
        options,
      );
      return new Int16Array(new Uint8Array(bytes).buffer, 0, Math.floor(bytes.length / 2));
    },
  };
}

type Told = Record<string, unknown>;

/** Writes into an MP4 that its picture is watched turned clockwise, as phones do: in the matrix of its track. */
export function turnFilm(path: string, degrees: number): void {
  const bytes = readFileSync(path);
  const matrixAt = bytes.indexOf('tkhd') + 4 + 40;
  const around = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.round(Math.cos(around)), Math.round(Math.sin(around))] as const;
  const one = 0x10000;
  for (const [place, value] of [
    [0, cos * one],
    [1, sin * one],
    [3, -sin * one],
    [4, cos * one],
  ] as const)
    bytes.writeInt32BE(value, matrixAt + place * 4);
  writeFileSync(path, bytes);
}
