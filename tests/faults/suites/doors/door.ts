import { connect } from 'node:net';
import type { Dice } from '../dice.ts';

/** The loopback host as a stranger stands before it. */
export type Door = { port: number; token: string };

/** What became of one visit: a word for the counts, and the upload that was taken in. */
export type Outcome = { told: string; uploaded?: { assetId: string; bytes: Buffer } };

/** One way to come to a door. Throws where the host does not do what it has to. */
export type Knock = { name: string; visit(door: Door, dice: Dice): Promise<Outcome> };

const deadlineMs = 20_000;

export type Talk = {
  /** Sent one after the other, each as soon as the other side takes it; endless where it never ends. */
  pieces: Iterable<string | Buffer>;
  /** What is done when all is sent: this side stays (the usual), ends, or cuts the line. */
  atEnd?: 'stay' | 'end' | 'cut';
};

/** Says something to the host as bytes; answers what came back, once the host has ended the connection. */
export function talk({ port }: Door, { pieces, atEnd = 'stay' }: Talk): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    const chunks: Buffer[] = [];
    const source = pieces[Symbol.iterator]();
    const late = setTimeout(() => {
      socket.destroy();
      reject(new Error(`no end: ${Buffer.concat(chunks).toString('latin1').slice(0, 200)}`));
    }, deadlineMs);
    function sendOn(): void {
      while (!socket.destroyed) {
        const { value, done } = source.next();
        if (done === true) return leave();
        if (!socket.write(value)) return void socket.once('drain', sendOn);
      }
    }
    function leave(): void {
      if (atEnd === 'end') socket.end();
      if (atEnd === 'cut') socket.once('drain', () => socket.resetAndDestroy());
      if (atEnd === 'cut' && socket.writableLength === 0) socket.resetAndDestroy();
    }
    socket.on('connect', sendOn);
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.on('end', () => socket.destroy());
    // A connection that is cut while one still speaks.
    socket.on('error', () => {});
    socket.on('close', () => {
      clearTimeout(late);
      resolve(Buffer.concat(chunks).toString('utf8'));
    });
  });
}

/** The head of a request; what is named here wins over the usual. */
export function headOf(door: Door, line: string, headers: Record<string, string>): string {
  const all = { Host: `127.0.0.1:${door.port}`, Connection: 'close', ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${line} HTTP/1.1\r\n${lines.join('')}\r\n`;
}

export const statusOf = (answer: string): number => Number(answer.slice(9, 12));
export const bearerOf = (door: Door) => ({ Authorization: `Bearer ${door.token}` });

/** Throws where the host answered something else. */
export function mustBe(answer: string, statuses: readonly number[]): Outcome {
  const status = statusOf(answer);
  if (!statuses.includes(status))
    throw new Error(`answered ${status || 'nothing'}, not ${statuses.join(' or ')}`);
  return { told: String(status) };
}

/** So many bytes by the dice: not all alike, made fast. */
export function bytesBy(dice: Dice, length: number): Buffer {
  const seed = Buffer.from(Array.from({ length: 64 }, () => dice.below(256)));
  return Buffer.alloc(length, seed);
}

/** The same piece for ever. */
export function* endless(first: string, piece: string): Generator<string> {
  yield first;
  for (;;) yield piece;
}
