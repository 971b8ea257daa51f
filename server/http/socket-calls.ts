import { RPCHandler } from '@orpc/server/websocket';
import type { WebSocket } from 'ws';
import { z } from 'zod';
import type { Studio } from '../../core/open-studio.ts';
import { Problem } from '../../shared/contract/problem.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import { depthLimit, isDeeperThan } from './guard.ts';
import type { HostLimits } from './limits.ts';

/** What a message has to be before anything looks into it. Bytes and streams come another way: whoever
 *  announces them would have them kept in memory. */
const message = z.object({
  i: z.string().max(100),
  /** A call, or the end of one. */
  t: z.literal([1, 4]).optional(),
  p: z
    .object({
      u: z.string().refine((text) => URL.canParse(text, 'http://orpc')),
      h: z
        .record(z.string(), z.unknown())
        .refine((names) => !Object.keys(names).some((name) => /^content-/i.test(name)))
        .optional(),
    })
    .optional(),
});

/** The WebSocket's code for what cannot be understood. */
const unreadable = 1003;

type CallOptions = { studio: Studio; language: Language | undefined; limits: HostLimits };

/** Answers the calls of one WebSocket, as many at once and as fast as its other end reads them. Who opens
 *  more and reads nothing is not read either, so that no ping of ours is answered. */
export function carryCalls(ws: WebSocket, { studio, language, limits }: CallOptions): void {
  const handler = new RPCHandler(studio.router, {
    clientInterceptors: [studio.answers.interceptor, refuseDepth],
  });
  // The handler knows a socket by its `send` alone.
  const carrier = { send, addEventListener: () => {} } as never;
  let open = 0;

  function keepPace(): void {
    const isFull = open >= limits.callsAtOnce || ws.bufferedAmount >= limits.unreadBytes;
    if (isFull && !ws.isPaused) ws.pause();
    else if (!isFull && ws.isPaused) ws.resume();
  }

  function send(data: string): void {
    ws.send(data, keepPace);
    keepPace();
  }

  async function answer(text: string): Promise<void> {
    open += 1;
    keepPace();
    try {
      await handler.message(carrier, text, { context: { language } });
    } catch (error) {
      studio.report(error);
    } finally {
      open -= 1;
      keepPace();
    }
  }

  function letGo(): void {
    ws.close(unreadable);
    setTimeout(() => ws.terminate(), limits.lingerMs).unref();
  }

  ws.on('message', (data: Buffer, isBinary) => {
    if (ws.readyState !== ws.OPEN) return;
    const text = data.toString('utf8');
    if (isBinary || !isMessage(text)) letGo();
    else void answer(text);
  });
  ws.on('close', () => handler.close(carrier));
}

function isMessage(text: string): boolean {
  try {
    const { success, data } = message.safeParse(JSON.parse(text));
    return success && (data.t === 4 || data.p !== undefined);
  } catch {
    return false;
  }
}

async function refuseDepth({ input, next }: { input: unknown; next: () => Promise<unknown> }) {
  if (isDeeperThan(input, depthLimit)) throw new Problem('invalid-input', { fields: 'depth' });
  return next();
}
