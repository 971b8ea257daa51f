import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

/** Names one run of a program for good: a pid alone may meanwhile belong to another. */
export type ProcessMark = { pid: number; startTime: string };

const processMark = z.object({ pid: z.number().int().positive(), startTime: z.string().min(1) });

/** When the system says that the process began; undefined when it is gone or cannot be asked. */
export function startTimeOf(pid: number): string | undefined {
  try {
    if (process.platform === 'linux') {
      const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
      // The name in brackets may hold spaces; field 22, counted from behind it.
      return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    }
    const [program, args] =
      process.platform === 'win32'
        ? ['powershell', ['-NoProfile', '-Command', `(Get-Process -Id ${pid}).StartTime.Ticks`]]
        : ['ps', ['-o', 'lstart=', '-p', String(pid)]];
    return (
      execFileSync(program as string, args as string[], { encoding: 'utf8' }).trim() || undefined
    );
  } catch {
    return undefined;
  }
}

/** Leaves a mark on disk, so that the next start can end a program that outlived its parent. */
export function writeProcessMark(file: string, pid: number): void {
  const startTime = startTimeOf(pid);
  if (startTime) writeFileSync(file, JSON.stringify({ pid, startTime } satisfies ProcessMark));
}

/** Ends the marked process if it is still that one. Answers whether it was. */
export function endMarkedProcess(file: string): boolean {
  try {
    const mark = processMark.parse(JSON.parse(readFileSync(file, 'utf8')));
    if (startTimeOf(mark.pid) !== mark.startTime) return false;
    process.kill(mark.pid, 'SIGKILL');
    return true;
  } catch {
    return false;
  }
}
