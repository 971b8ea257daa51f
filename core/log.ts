import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import pino, { type Logger } from 'pino';
import type { Redactor } from './redact.ts';

export type Log = Logger;

const largestBytes = 5 * 1024 * 1024;

function rotate(file: string): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > largestBytes) renameSync(file, `${file}.1`);
}

/** Writes JSON lines to logs/studio.log, each through the redactor. A log that cannot be written (a
 *  full disk) never stops the studio. */
export function createLog(dataDir: string, redactor: Redactor): Log {
  const folder = join(dataDir, 'logs');
  const file = join(folder, 'studio.log');
  mkdirSync(folder, { recursive: true });
  rotate(file);
  return pino(
    { base: null, timestamp: pino.stdTimeFunctions.isoTime },
    {
      write(line: string) {
        try {
          appendFileSync(file, redactor.redact(line));
        } catch {
          // Nowhere left to say it.
        }
      },
    },
  );
}
