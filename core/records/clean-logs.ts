import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Takes the lines out of the logs in which one of these words stands; how many. The log is written line by
 *  line by this very process, so that none is lost in between. */
export function cleanLogs(dataDir: string, words: readonly string[]): number {
  const folder = join(dataDir, 'logs');
  const told = words.flatMap((word) => [word, JSON.stringify(word).slice(1, -1)]);
  let removed = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(folder, entry.name);
    const lines = readFileSync(file, 'utf8').split('\n');
    const kept = lines.filter((line) => !told.some((word) => line.includes(word)));
    if (kept.length === lines.length) continue;
    removed += lines.length - kept.length;
    writeFileSync(`${file}.part`, kept.join('\n'));
    renameSync(`${file}.part`, file);
  }
  return removed;
}
