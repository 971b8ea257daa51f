import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { startProgram, type RunningProgram } from '../lib/start-program.ts';

const practiceReady = z.object({
  url: z.string(),
  control: z.string(),
  token: z.string(),
  user: z.object({ token: z.string() }),
});
const studioReady = z.object({ url: z.string(), token: z.string(), pid: z.number() });

export type PracticeProgram = RunningProgram<z.infer<typeof practiceReady>>;
export type StudioProgram = RunningProgram<z.infer<typeof studioReady>>;

/** Links to published posts hold the port: a run that is taken up again keeps it. */
export async function startPracticeProgram(folder: string): Promise<PracticeProgram> {
  const note = `${folder}-port`;
  const lastPort = existsSync(note) ? readFileSync(note, 'utf8') : '0';
  const program = await startPracticeOn(folder, lastPort);
  writeFileSync(note, new URL(program.ready.url).port);
  return program;
}

function startPracticeOn(folder: string, port: string): Promise<PracticeProgram> {
  const args = ['--port', port, '--data', folder, '--seed', '7', '--processing', 'fast'];
  const parent = ['--parent-pid', String(process.pid)];
  const entry = 'packages/practice-network/src/main.ts';
  return startProgram({ entry, args: [...args, ...parent] }, practiceReady);
}

export function startStudioProgram(folder: string, graph: string): Promise<StudioProgram> {
  const args = ['--data', folder, '--port', '0', '--graph', graph, '--tick', '2', '--no-open'];
  return startProgram({ entry: 'server/main.ts', args }, studioReady);
}

/** Calls a procedure over HTTP, as any script would. */
export function studioCaller({ url, token }: { url: string; token: string }) {
  return async function call<T>(
    procedure: string,
    input: unknown,
    shape: z.ZodType<T>,
  ): Promise<T> {
    const answer = await fetch(`${url}/rpc/${procedure}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'accept-language': 'en',
      },
      body: JSON.stringify(input),
    });
    const body: unknown = await answer.json();
    if (!answer.ok)
      throw new Error(`${procedure} answered ${answer.status}: ${JSON.stringify(body)}`);
    return shape.parse(body);
  };
}
export type CallStudio = ReturnType<typeof studioCaller>;

const effect = z.object({
  n: z.number(),
  kind: z.string(),
  objectId: z.string(),
  text: z.string().nullish(),
  by: z.string(),
  parentId: z.string().nullish(),
});
export type Effect = z.infer<typeof effect>;

/** What the network itself wrote down, and its customers. */
export function practiceControl(ready: { control: string; token: string }) {
  const headers = { authorization: `Bearer ${ready.token}`, 'content-type': 'application/json' };
  const post = async (path: string, body: object): Promise<unknown> => {
    const answer = await fetch(`${ready.control}${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
    return answer.json();
  };
  return {
    quiet: () => post('/personas', { enabled: false }),
    addComment: (object: string, message: string, from: string) =>
      post('/comments', { action: 'add', object, message, from }),
    async ledger(): Promise<Effect[]> {
      const answer = await fetch(`${ready.control}/ledger`, { headers });
      const body: unknown = await answer.json();
      const list = Array.isArray(body) ? body : Object.values(body as object).find(Array.isArray);
      return z.array(effect).parse(list);
    },
  };
}
export type PracticeControl = ReturnType<typeof practiceControl>;

/** Asks again until the answer is there; fails with `what` after the deadline. */
export async function until<T>(
  what: string,
  look: () => Promise<T | undefined>,
  limitMs = 180_000,
): Promise<T> {
  const endAt = Date.now() + limitMs;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > endAt) throw new Error(`waited too long: ${what}`);
    await new Promise((done) => setTimeout(done, 300));
  }
}
