#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { startPracticeNetwork } from './start-practice-network.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    data: { type: 'string' },
    seed: { type: 'string' },
    clock: { type: 'string' },
    processing: { type: 'string' },
    world: { type: 'string' },
    'parent-pid': { type: 'string' },
    record: { type: 'string' },
  },
});

const recordFile = values.record ?? process.env['PRACTICE_RECORD'];

const network = await startPracticeNetwork({
  port: Number(values.port),
  ...(values.data === undefined ? {} : { dataDir: values.data }),
  ...(values.seed === undefined ? {} : { seed: Number(values.seed) }),
  ...(values.clock === undefined ? {} : { clockFile: values.clock }),
  ...(recordFile === undefined ? {} : { recordFile }),
  ...(values.world === 'agency' ? { world: 'agency' as const } : {}),
  ...(values.processing === 'fast' ? { settings: { processing: 'fast' as const } } : {}),
});

async function leave(): Promise<void> {
  await network.close();
  process.exit(0);
}

process.on('SIGTERM', () => void leave());
process.on('SIGINT', () => void leave());

const parentPid = Number(values['parent-pid'] ?? 0);
if (parentPid > 0) {
  setInterval(() => {
    if (!isAlive(parentPid)) void leave();
  }, 1000);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Alive but not ours to signal also counts as alive.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

process.stdout.write(`${JSON.stringify(network.ready)}\n`);
