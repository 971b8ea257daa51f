// Gets ffmpeg where that needs no question: on Debian as root. Elsewhere the fallbacks of
// core/media/find-ffmpeg.ts serve.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

function works(program) {
  return spawnSync(program, ['-version'], { stdio: 'ignore' }).status === 0;
}

export function ensureFfmpeg() {
  if (process.env.FFMPEG_PATH || works('ffmpeg')) return;
  const isDebianRoot = existsSync('/etc/debian_version') && process.getuid?.() === 0;
  if (!isDebianRoot || process.env.VITRINE_NO_APT) return;
  process.stderr.write('Installing ffmpeg…\n');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = { env, stdio: ['ignore', 'ignore', 2], timeout: 300_000 };
  const first = spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'ffmpeg'], {
    ...options,
    stdio: 'ignore',
  });
  if (first.status === 0) return;
  spawnSync('apt-get', ['update'], options);
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'ffmpeg'], options);
}
