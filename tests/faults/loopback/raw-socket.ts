import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

/** One frame as bytes. What is left out is as it should be; `length` may lie about the payload. */
export type Frame = {
  opcode: number;
  payload?: Buffer;
  fin?: boolean;
  /** The three bits that no extension of ours uses, as a number from 0 to 7. */
  reserved?: number;
  masked?: boolean;
  length?: number;
};

export const opcodes = { rest: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const;

/** A frame as a client sends it, or as no client should. */
export function frameBytes(frame: Frame): Buffer {
  const { opcode, payload = Buffer.alloc(0), fin = true, reserved = 0, masked = true } = frame;
  const length = frame.length ?? payload.length;
  const first = (fin ? 0x80 : 0) | (reserved << 4) | opcode;
  const maskBit = masked ? 0x80 : 0;
  const head = lengthBytes(length, first, maskBit);
  if (!masked) return Buffer.concat([head, payload]);
  const mask = randomBytes(4);
  const hidden = Buffer.from(payload);
  for (let at = 0; at < hidden.length; at += 1)
    hidden[at] = (hidden[at] ?? 0) ^ (mask[at % 4] ?? 0);
  return Buffer.concat([head, mask, hidden]);
}

function lengthBytes(length: number, first: number, maskBit: number): Buffer {
  if (length < 126) return Buffer.from([first, maskBit | length]);
  if (length < 65_536) return Buffer.from([first, maskBit | 126, length >> 8, length & 255]);
  const head = Buffer.alloc(10);
  head.writeUInt8(first, 0);
  head.writeUInt8(maskBit | 127, 1);
  head.writeBigUInt64BE(BigInt(length), 2);
  return head;
}

/** A connection whose bytes are ours to choose, from the handshake on. */
export type RawSocket = {
  socket: Socket;
  /** Of the answer to the handshake. */
  status: number;
  /** What came after the handshake, until now. */
  received(): Buffer;
  /** Settles when the connection is over for both sides. */
  ended: Promise<void>;
};

export type HandshakeHeaders = Readonly<Record<string, string>>;

/** Asks for a WebSocket with these headers beside the usual ones, and waits for the answer. */
export function shakeHands(
  port: number,
  headers: HandshakeHeaders,
  options: { path?: string; allowHalfOpen?: boolean } = {},
): Promise<RawSocket> {
  const { path = '/rpc-ws', allowHalfOpen = false } = options;
  const all = {
    Host: `127.0.0.1:${port}`,
    Connection: 'Upgrade',
    Upgrade: 'websocket',
    'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': randomBytes(16).toString('base64'),
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen });
    const ended = new Promise<void>((end) => socket.on('close', () => end()));
    let bytes = Buffer.alloc(0);
    let isOpen = false;
    const received = () => bytes;
    socket.on('error', (error) => (isOpen ? undefined : reject(error)));
    socket.on('connect', () => socket.write(`GET ${path} HTTP/1.1\r\n${lines.join('')}\r\n`));
    socket.on('data', (chunk: Buffer) => {
      bytes = Buffer.concat([bytes, chunk]);
      const at = bytes.indexOf('\r\n\r\n');
      if (isOpen || at < 0) return;
      isOpen = true;
      const status = Number(bytes.subarray(9, 12).toString());
      bytes = bytes.subarray(at + 4);
      resolve({ socket, status, received, ended });
    });
  });
}

/** The code with which the other side closed; undefined where it only cut the line. */
export function closeCode(received: Buffer): number | undefined {
  let at = 0;
  while (at + 2 <= received.length) {
    const opcode = (received[at] ?? 0) & 15;
    const short = (received[at + 1] ?? 0) & 127;
    const [length, head] = lengthAt(received, at, short);
    if (opcode === opcodes.close && length >= 2) return received.readUInt16BE(at + head);
    at += head + length;
  }
  return undefined;
}

function lengthAt(received: Buffer, at: number, short: number): [length: number, head: number] {
  if (short < 126) return [short, 2];
  if (short === 126) return [received.readUInt16BE(at + 2), 4];
  return [Number(received.readBigUInt64BE(at + 2)), 10];
}
