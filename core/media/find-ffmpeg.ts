import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { Problem } from '../../shared/contract/problem.ts';

export type FfmpegSource = 'FFMPEG_PATH' | 'ffmpeg-static' | 'PATH' | 'ffmpeg-installer';
export type FoundFfmpeg = {
  ffmpegPath: string;
  ffprobePath: string;
  source: FfmpegSource;
  version: string;
  /** Set when this build should not be given files from outside. */
  warning?: string;
};

type Environment = Record<string, string | undefined>;
type Pair = { ffmpegPath: string; ffprobePath: string; source: FfmpegSource };

const run = promisify(execFile);
const require = createRequire(import.meta.url);

/** Finds a usable ffmpeg with its ffprobe, once: FFMPEG_PATH, the bundled one, PATH, and for tests the
 *  old build of the npm package. Throws `ffmpeg-missing`, also for a build without H.264 or AAC. One
 *  that is slow to say what it can do is there all the same: the work itself has its own patience. */
export async function findFfmpeg(
  env: Environment = process.env,
  patienceMs = 30_000,
): Promise<FoundFfmpeg> {
  const pair = locatePair(env);
  if (!pair) throw new Problem('ffmpeg-missing', { wanted: 'ffmpeg' });
  const told = await ask(pair.ffmpegPath, '-encoders', patienceMs);
  if (told) assertEncoders(told.list);
  return {
    ...pair,
    version: /^ffmpeg version (\S+)/m.exec(told?.banner ?? '')?.[1] ?? 'unknown',
    ...(pair.source === 'ffmpeg-installer'
      ? { warning: 'this ffmpeg dates from 2018 and is meant for tests only' }
      : {}),
  };
}

function locatePair(env: Environment): Pair | undefined {
  const named = env['FFMPEG_PATH'];
  if (named) {
    if (!existsSync(named)) throw new Problem('ffmpeg-missing', { wanted: named });
    return {
      ffmpegPath: named,
      ffprobePath: findFfprobe(env, dirname(named)),
      source: 'FFMPEG_PATH',
    };
  }
  const bundled = packagedPath('ffmpeg-static');
  if (bundled)
    return {
      ffmpegPath: bundled,
      ffprobePath: findFfprobe(env, dirname(bundled)),
      source: 'ffmpeg-static',
    };
  const onPath = findOnPath('ffmpeg', env);
  if (onPath)
    return { ffmpegPath: onPath, ffprobePath: findFfprobe(env, dirname(onPath)), source: 'PATH' };
  const old = packagedPath('@ffmpeg-installer/ffmpeg');
  if (!old) return undefined;
  return {
    ffmpegPath: old,
    ffprobePath: findFfprobe(env, dirname(old)),
    source: 'ffmpeg-installer',
  };
}

function findFfprobe(env: Environment, besides: string): string {
  const named = env['FFPROBE_PATH'];
  if (named) {
    if (!existsSync(named)) throw new Problem('ffmpeg-missing', { wanted: named });
    return named;
  }
  const beside = join(besides, executable('ffprobe'));
  if (existsSync(beside)) return beside;
  const found = findOnPath('ffprobe', env) ?? packagedPath('@ffprobe-installer/ffprobe');
  if (!found) throw new Problem('ffmpeg-missing', { wanted: 'ffprobe' });
  return found;
}

function executable(name: string): string {
  return process.platform === 'win32' ? `${name}.exe` : name;
}

function findOnPath(name: string, env: Environment): string | undefined {
  const folders = (env['PATH'] ?? env['Path'] ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, executable(name))).find((file) => existsSync(file));
}

/** The binary that an npm package names, if its file is there; these packages may lack theirs. */
function packagedPath(packageName: string): string | undefined {
  try {
    const named: unknown = require(packageName);
    const path = typeof named === 'string' ? named : (named as { path?: unknown } | null)?.path;
    return typeof path === 'string' && existsSync(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

/** Can this ffmpeg bring films that shine down to what a screen shows? Where it is too busy to say,
 *  it is asked to: every build of the last years can. */
export async function canTone(ffmpegPath: string, patienceMs = 30_000): Promise<boolean> {
  const told = await ask(ffmpegPath, '-filters', patienceMs);
  return !told || ['zscale', 'tonemap'].every((name) => lists(told.list, name));
}

/** How this ffmpeg takes the shaking out of a film, if it can: well in two passes, or as it goes. */
export async function findSteadying(
  ffmpegPath: string,
  patienceMs = 30_000,
): Promise<'vidstab' | 'deshake' | undefined> {
  const { list = '' } = (await ask(ffmpegPath, '-filters', patienceMs)) ?? {};
  if (lists(list, 'vidstabdetect') && lists(list, 'vidstabtransform')) return 'vidstab';
  return lists(list, 'deshake') ? 'deshake' : undefined;
}

/** Can this ffmpeg write a WebP that moves? Where it is too busy to say, another way is taken. */
export async function canWriteWebp(ffmpegPath: string, patienceMs = 30_000): Promise<boolean> {
  const told = await ask(ffmpegPath, '-encoders', patienceMs);
  return told !== undefined && lists(told.list, 'libwebp_anim');
}

function assertEncoders(list: string): void {
  for (const name of ['libx264', 'aac'])
    if (!lists(list, name)) throw new Problem('ffmpeg-missing', { wanted: `ffmpeg (${name})` });
}

function lists(list: string, name: string): boolean {
  return new RegExp(`^ \\S+ ${name} `, 'm').test(list);
}

type Told = { banner: string; list: string };

/** What the program prints about itself; nothing when it runs but does not answer in time, as on a
 *  computer that has its hands full. */
async function ask(
  ffmpegPath: string,
  what: string,
  patienceMs: number,
): Promise<Told | undefined> {
  try {
    const { stdout, stderr } = await run(ffmpegPath, ['-nostdin', what], {
      timeout: patienceMs,
      maxBuffer: 4_000_000,
    });
    return { banner: stderr, list: stdout };
  } catch (error) {
    if ((error as { killed?: unknown }).killed === true) return undefined;
    throw new Problem('ffmpeg-missing', { wanted: ffmpegPath }, { cause: error });
  }
}
