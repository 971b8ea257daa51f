import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { assertNoTokens } from '../../support/canary/assert-no-tokens.ts';
import { startProgram } from '../../../scripts/lib/start-program.ts';
import { studioCaller, type CallStudio } from '../../../scripts/demo/programs.ts';

const studioReady = z.object({ url: z.string(), token: z.string(), pid: z.number() });
const practiceReady = z.object({
  url: z.string(),
  control: z.string(),
  token: z.string(),
  user: z.object({ token: z.string() }),
  app: z.object({ id: z.string(), secret: z.string() }),
});

export type StudioStart = {
  /** A folder of its own is made and removed when left out. */
  dataDir?: string;
  /** Without it the folder is undecided and the welcome shows. */
  practice?: boolean;
  /** A practice network that runs beside, in place of the studio's own. */
  graph?: string;
  /** A file that holds what time it is for the studio; honoured with `graph`. */
  clockFile?: string;
  port?: number;
};

export type RunningStudio = z.infer<typeof studioReady> & {
  dataDir: string;
  /** Reads the truth, waits for states; never does what a person does on the screen. */
  call: CallStudio;
  /** Ends it in order; its own folder is removed. */
  stop(): Promise<void>;
  /** SIGKILL; the folder stays. */
  kill(): Promise<void>;
};

/** The studio as `npm run serve` starts it, in a process of its own. */
export async function startStudio(start: StudioStart = {}): Promise<RunningStudio> {
  const dataDir = start.dataDir ?? mkdtempSync(join(tmpdir(), 'vitrine-e2e-'));
  const args = ['--data', dataDir, '--no-open', '--port', String(start.port ?? 0)];
  if (start.graph) args.push('--graph', start.graph, '--tick', '1');
  else if (start.practice ?? true) args.push('--practice', '--tick', '1');
  if (start.clockFile) args.push('--clock', start.clockFile);
  const { ready, end } = await startProgram({ entry: 'server/main.ts', args }, studioReady);
  return {
    ...ready,
    dataDir,
    call: studioCaller(ready),
    async stop() {
      await end('SIGTERM');
      assertNoTokens(dataDir);
      if (start.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true });
    },
    kill: () => end('SIGKILL'),
  };
}

export type RunningPractice = z.infer<typeof practiceReady> & {
  /** Orders something of the network: `order('/tokens/expire')`. */
  order(path: string, body?: object): Promise<void>;
  stop(): Promise<void>;
  kill(): Promise<void>;
};

/** A practice network of its own, which can be killed and started again on the same port and folder.
 *  `agency` has several Pages, each with something missing. */
export async function startPractice(
  folder: string,
  port = 0,
  world?: 'agency',
): Promise<RunningPractice> {
  const args = ['--port', String(port), '--data', folder, '--seed', '7', '--processing', 'fast'];
  const parent = ['--parent-pid', String(process.pid)];
  if (world) args.push('--world', world);
  const entry = 'packages/practice-network/src/main.ts';
  const { ready, end } = await startProgram({ entry, args: [...args, ...parent] }, practiceReady);
  async function order(path: string, body: object = {}): Promise<void> {
    const answer = await fetch(`${ready.control}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${ready.token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
  }
  return { ...ready, order, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
}
