import { arch, cpus, platform, release, totalmem } from 'node:os';
import { findFfmpeg } from './media/find-ffmpeg.ts';
import type { StudioOptions } from './studio-options.ts';
import { version } from './version.ts';

/** Facts about this machine that help when something does not work. Holds no secret. */
export async function describeMachine(
  options: Pick<StudioOptions, 'dataDir' | 'host' | 'practice'>,
) {
  const ffmpeg = await findFfmpeg().then(
    (found) => `${found.version} (${found.source})`,
    () => '–',
  );
  const { secrets, kind } = options.host;
  const lines: Record<string, string> = {
    Vitrine: version,
    system: `${platform()} ${release()} ${arch()}`,
    processors: `${cpus().length} × ${cpus()[0]?.model ?? '?'}`,
    memory: `${Math.round(totalmem() / 1e9)} GB`,
    node: process.version,
    host: kind,
    secrets: secrets.weak ? `${secrets.kind} (!)` : secrets.kind,
    ffmpeg,
    folder: options.dataDir,
  };
  return Object.entries(lines).map(([name, value]) => ({ name, value }));
}
