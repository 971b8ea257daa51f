import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Db } from '../../../../core/db/transact.ts';
import { openDatabase } from '../../../../core/db/open-database.ts';
import { startHttpHost } from '../../../../server/http/http-host.ts';
import { openWholeStudio } from '../../../support/open-whole-studio.ts';
import { resourcesDir } from '../../../support/test-tools.ts';
import { createDice, type Dice } from '../dice.ts';
import { count, type Numbers } from '../tally.ts';
import { makeMessage, readProcedures, type Message } from './make-message.ts';

export type Answered = { status: number; code: string };
export type RunCounts = { messages: number; answered: number; refused: Numbers; how: Numbers };

export type RpcWorld = {
  /** Sends so many messages as the seed makes them. Throws where one breaks a rule. */
  run(seed: number, messages: number): Promise<RunCounts>;
  close(): Promise<void>;
};

const deadlineMs = 20_000;

/** A whole studio behind its own host, and a reader of its library that sees whether anything was written. */
export async function openRpcWorld(): Promise<RpcWorld> {
  const dataDir = mkdtempSync(join(tmpdir(), 'vitrine-rpc-'));
  const at = Date.parse('2026-11-24T08:12:00Z');
  // Nothing is due: whatever is written was asked for.
  const clock = { now: () => at, tickSeconds: 86_400, manual: true };
  const whole = await openWholeStudio({ dataDir, clock });
  const host = await startHttpHost({
    port: 0,
    studio: whole.studio,
    pageRoot: '/nowhere',
    resourcesDir,
  });
  const reader: Db = openDatabase(join(dataDir, 'studio.db'), { readonly: true });
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  const procedures = readProcedures();
  const known: string[] = [];
  const faults: string[] = [];
  const onRejection = (error: unknown) => faults.push(`unhandled: ${String(error)}`);
  process.on('unhandledRejection', onRejection);

  const version = reader.prepare<[], number>('PRAGMA data_version').pluck();
  const written = (): number => version.get() ?? 0;
  const caller = { token: host.sessions.token, host: `127.0.0.1:${host.port}` };
  const send = (message: Message) => sendMessage({ agent, port: host.port }, message, known);

  async function judge(message: Message): Promise<Answered> {
    const before = written();
    const answer = await send(message);
    const told = `${message.how}: ${message.method} ${message.path} ${message.body.slice(0, 300)}`;
    const { status, code } = answer;
    if (status >= 500 && (code === 'internal' || code === ''))
      throw new Error(`answered ${status} ${code}: ${told}`);
    if (message.refused && status < 400) throw new Error(`was answered ${status}: ${told}`);
    const mayWrite = !message.refused && message.changes;
    // What an earlier message began may be written late: a fault repeats itself.
    if (!mayWrite && written() !== before) {
      const again = written();
      await send(message);
      if (written() !== again) throw new Error(`wrote: ${told}`);
    }
    return answer;
  }

  async function run(seed: number, messages: number): Promise<RunCounts> {
    const dice: Dice = createDice(seed);
    const counts: RunCounts = { messages, answered: 0, refused: {}, how: {} };
    for (let number = 0; number < messages; number += 1) {
      const message = makeMessage(dice.pick(procedures), caller, { dice, known });
      const { status, code } = await judge(message);
      count(counts.how, message.how);
      if (status < 400) counts.answered += 1;
      else count(counts.refused, code || String(status));
    }
    if (Object.keys(Object.prototype).length > 0 || 'polluted' in {})
      throw new Error('a message changed what every object has');
    if (faults.length > 0) throw new Error(faults.join('; '));
    return counts;
  }

  return {
    run,
    async close() {
      process.off('unhandledRejection', onRejection);
      agent.destroy();
      reader.close();
      await host.close();
      await whole.close();
      // A backup that was asked for may run on in its own process.
      rmSync(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    },
  };
}

const idName = /"(?:id|[a-z]\w*Id)":"([^"\\]{1,80})"/g;
const mostKnown = 400;

/** Sends it as it is, and remembers the ids of what was answered. */
function sendMessage(
  to: { agent: Agent; port: number },
  { method, path, headers, body }: Message,
  known: string[],
): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const length = { 'content-length': String(Buffer.byteLength(body)) };
    const asked = request(
      { host: '127.0.0.1', ...to, method, path, headers: { ...headers, ...length } },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          const status = response.statusCode ?? 0;
          if (status < 300)
            for (const [, id = ''] of text.slice(0, 20_000).matchAll(idName))
              if (known.length < mostKnown && !known.includes(id)) known.push(id);
          resolve({ status, code: codeOf(text) });
        });
      },
    );
    asked.setTimeout(deadlineMs, () => asked.destroy(new Error(`no answer to ${method} ${path}`)));
    asked.on('error', (error: NodeJS.ErrnoException) => {
      // A body that is too large is cut off while it is still sent.
      const wasCut = error.code === 'ECONNRESET' || error.code === 'EPIPE';
      if (wasCut && body.length > 1_000_000) resolve({ status: 413, code: 'too-large' });
      else reject(new Error(`${method} ${path}: ${error.message}`));
    });
    asked.end(body);
  });
}

function codeOf(text: string): string {
  try {
    const { code } = (JSON.parse(text) ?? {}) as { code?: unknown };
    return typeof code === 'string' ? code : '';
  } catch {
    return '';
  }
}
