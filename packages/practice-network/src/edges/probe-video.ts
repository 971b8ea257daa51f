import { execFile } from 'node:child_process';
import { readMp4Facts, type VideoFacts } from './mp4-boxes.ts';

export type { VideoFacts } from './mp4-boxes.ts';

const patienceMs = 10_000;

/** What a clip is; undefined when it is none. ffprobe looks too where there is one. */
export async function probeVideo(path: string): Promise<VideoFacts | undefined> {
  const facts = await readMp4Facts(path);
  if (facts === undefined) return undefined;
  const probed = await askFfprobe(path);
  if (probed === 'unreadable') return undefined;
  return { ...facts, ...probed };
}

interface ProbedStream {
  codec_type?: string;
  codec_name?: string;
  width?: number;
  height?: number;
  avg_frame_rate?: string;
}

/** ffprobe's view, nothing when there is no ffprobe, or that it cannot read the file. */
function askFfprobe(path: string): Promise<Partial<VideoFacts> | 'unreadable'> {
  const program = process.env['FFPROBE_PATH'] ?? 'ffprobe';
  const safety = ['-protocol_whitelist', 'file', '-format_whitelist', 'mov,mp4'];
  const wanted = ['-v', 'error', '-show_streams', '-of', 'json'];
  return new Promise((resolve) => {
    execFile(
      program,
      [...safety, ...wanted, `file:${path}`],
      { timeout: patienceMs, maxBuffer: 4 * 1024 * 1024 },
      (error, output) => {
        if (error === null) resolve(readProbe(output));
        // Only ffprobe's own exit code judges the file; a missing program judges nothing.
        else resolve(typeof error.code === 'number' && !error.killed ? 'unreadable' : {});
      },
    );
  });
}

function readProbe(output: string): Partial<VideoFacts> | 'unreadable' {
  const { streams = [] } = JSON.parse(output) as { streams?: ProbedStream[] };
  const video = streams.find((stream) => stream.codec_type === 'video');
  const audio = streams.find((stream) => stream.codec_type === 'audio');
  if (video?.codec_name === undefined) return 'unreadable';
  const [frames, seconds] = (video.avg_frame_rate ?? '').split('/').map(Number);
  const rate =
    frames !== undefined && seconds !== undefined && seconds > 0 ? frames / seconds : undefined;
  return {
    videoCodec: video.codec_name,
    ...(audio?.codec_name === undefined ? {} : { audioCodec: audio.codec_name }),
    ...(video.width === undefined ? {} : { widthPx: video.width }),
    ...(video.height === undefined ? {} : { heightPx: video.height }),
    ...(rate === undefined ? {} : { framesPerSecond: rate }),
  };
}
