// One of the processes that work through a suite: gets blocks of seeds over the channel to its parent and
// says how each run ended.
import { createClipRunner } from './clips/run-clips.ts';
import { createDoorsRunner } from './doors/run-doors.ts';
import { createKillRunner } from './kills/run-kills.ts';
import { createPictureRunner } from './pictures/run-pictures.ts';
import { createBacklogRunner } from './reading/run-backlog.ts';
import { createReadingRunner } from './reading/run-reading.ts';
import { createRpcRunner } from './rpc/run-rpc.ts';
import { createScheduleRunner } from './schedules/run-schedules.ts';
import type { RunBlock, SuiteName } from './suites.ts';

const runners: Record<SuiteName, () => RunBlock> = {
  kills: createKillRunner,
  schedules: createScheduleRunner,
  inbox: createReadingRunner,
  backlog: createBacklogRunner,
  pictures: createPictureRunner,
  clips: createClipRunner,
  rpc: createRpcRunner,
  doors: createDoorsRunner,
};
const runBlock = runners[process.argv[2] as SuiteName]();

/** Asked to stop by the parent alone: what Ctrl+C ends would be counted as a fault. */
process.on('SIGINT', () => {});
process.on('disconnect', () => process.exit(0));
process.on('message', (seeds: number[]) => {
  runBlock(seeds, (end) => process.send?.({ end }))
    .catch((error: unknown) => {
      const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
      process.send?.({ broken: message, seeds });
    })
    .finally(() => process.send?.({ free: true }));
});
process.send?.({ free: true });
