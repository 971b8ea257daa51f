import {
  closeCode,
  frameBytes,
  opcodes,
  shakeHands,
  type Frame,
  type RawSocket,
} from '../../loopback/raw-socket.ts';
import type { Dice } from '../dice.ts';
import { bytesBy, type Door, type Knock, type Outcome } from './door.ts';

const mebibyte = 1024 * 1024;
const question = Buffer.from('{"i":"q","p":{"u":"/app/info"}}');
const { text, rest, ping, close, binary } = opcodes;
const whole = frameBytes({ opcode: text, payload: question });

async function enter({ port, token }: Door): Promise<RawSocket> {
  const raw = await shakeHands(port, { Authorization: `Bearer ${token}` });
  if (raw.status !== 101) throw new Error(`the upgrade was answered ${raw.status}`);
  raw.socket.on('error', () => {});
  return raw;
}

/** Sends frames after which the connection must be closed with one of these codes. */
function refused(name: string, codes: number[], frames: (dice: Dice) => Buffer[]): Knock {
  return {
    name,
    async visit(door, dice): Promise<Outcome> {
      const raw = await enter(door);
      for (const frame of frames(dice)) raw.socket.write(frame);
      await raw.ended;
      const code = closeCode(raw.received());
      if (code !== undefined && !codes.includes(code)) throw new Error(`closed with ${code}`);
      return { told: String(code ?? 'cut') };
    },
  };
}

/** Sends frames of which the last must be answered. */
function answered(name: string, frames: (dice: Dice) => Buffer[]): Knock {
  return {
    name,
    async visit(door, dice): Promise<Outcome> {
      const raw = await enter(door);
      const answer = new Promise<string>((resolve) => {
        const look = () => {
          if (raw.received().includes('"version"')) resolve('answered');
        };
        raw.socket.on('data', look);
        void raw.ended.then(() => resolve('cut'));
      });
      for (const frame of frames(dice)) raw.socket.write(frame);
      const told = await answer;
      raw.socket.destroy();
      if (told !== 'answered') throw new Error(`${name}: ${closeCode(raw.received()) ?? told}`);
      return { told };
    },
  };
}

const one = (frame: Frame) => () => [frameBytes(frame)];

/** A question in so many parts, with something between them. */
function inParts(dice: Dice, between: Buffer[] = []): Buffer[] {
  const at = 1 + dice.below(question.length - 1);
  return [
    frameBytes({ opcode: text, payload: question.subarray(0, at), fin: false }),
    ...between,
    frameBytes({ opcode: rest, payload: question.subarray(at) }),
  ];
}

const pings = (number: number): Buffer =>
  Buffer.concat(Array.from({ length: number }, () => frameBytes({ opcode: ping })));

/** A handshake that is no handshake, or of somebody who may not speak. */
function unshaken(
  name: string,
  status: number,
  headers: (door: Door) => Record<string, string>,
  path?: string,
): Knock {
  return {
    name,
    async visit(door) {
      const raw = await shakeHands(door.port, headers(door), {
        allowHalfOpen: true,
        ...(path !== undefined && { path }),
      });
      raw.socket.on('error', () => {});
      raw.socket.on('end', () => raw.socket.destroy());
      raw.socket.resume();
      await raw.ended;
      if (raw.status !== status) throw new Error(`answered ${raw.status}, not ${status}`);
      return { told: String(raw.status) };
    },
  };
}

const bearer = ({ token }: Door) => ({ Authorization: `Bearer ${token}` });

/** What comes over the WebSocket. */
export const frameKnocks: Knock[] = [
  refused('an unmasked frame', [1002], one({ opcode: text, payload: question, masked: false })),
  refused('reserved bits', [1002], (dice) => [
    frameBytes({ opcode: text, payload: question, reserved: 1 + dice.below(7) }),
  ]),
  refused('an unknown opcode', [1002], (dice) => [
    frameBytes({ opcode: dice.pick([3, 4, 5, 6, 7, 11, 12, 13, 14, 15]), payload: question }),
  ]),
  refused('the rest of nothing', [1002], one({ opcode: rest, payload: question })),
  refused('a message too long', [1009], one({ opcode: text, length: mebibyte + 1 })),
  refused('a message too long for a number', [1009], one({ opcode: text, length: 2 ** 53 })),
  refused('parts too long together', [1009], (dice) => [
    frameBytes({ opcode: text, payload: bytesBy(dice, mebibyte).fill(97), fin: false }),
    frameBytes({ opcode: rest, payload: Buffer.from('aa') }),
  ]),
  refused('parts without number', [1008], () => [
    frameBytes({ opcode: text, payload: Buffer.from('a'), fin: false }),
    Buffer.concat(
      Array.from({ length: 20_000 }, () =>
        frameBytes({ opcode: rest, payload: Buffer.from('a'), fin: false }),
      ),
    ),
  ]),
  refused('a message inside another', [1002], (dice) => inParts(dice, [whole])),
  refused('letters that are none', [1007], (dice) => [
    frameBytes({ opcode: text, payload: Buffer.from([123, 0xc0, 0x80 + dice.below(64), 125]) }),
  ]),
  refused('a long ping', [1002], one({ opcode: ping, payload: Buffer.alloc(126) })),
  refused('half a ping', [1002], one({ opcode: ping, fin: false })),
  refused('a close of one byte', [1002], one({ opcode: close, payload: Buffer.from([3]) })),
  refused('a close of no kind', [1002], one({ opcode: close, payload: Buffer.from([0, 1]) })),
  refused('bytes', [1003], one({ opcode: binary, payload: question })),
  refused('another shape', [1003], (dice) => [
    frameBytes({
      opcode: text,
      payload: Buffer.from(
        dice.pick([
          ...['', '{', '[]', 'null', '{"i":1}', '{"i":"1","p":{"u":5}}', '{"i":"1","t":3,"p":{}}'],
          '{"i":"1","p":{"u":"/app/info","h":{"Content-Type":"text/event-stream"}}}',
          `${'['.repeat(200_000)}`,
          '{"__proto__":{"i":"1"}}',
        ]),
      ),
    }),
  ]),
  answered('a question', () => [whole]),
  answered('a question in parts', (dice) => inParts(dice)),
  answered('a ping between parts', (dice) =>
    inParts(dice, [frameBytes({ opcode: ping, payload: bytesBy(dice, 125) })]),
  ),
  answered('pings before', () => [pings(50), whole]),
  {
    name: 'a flood of pings',
    async visit(door, dice) {
      const raw = await enter(door);
      raw.socket.pause();
      raw.socket.end(pings(2_000 + dice.below(20_000)));
      raw.socket.resume();
      await raw.ended;
      return { told: 'gone' };
    },
  },
  answered('ends of what never began', () => [
    frameBytes({ opcode: text, payload: Buffer.from('{"i":"no","t":4}') }),
    whole,
  ]),
  {
    name: 'frames by the dice',
    async visit(door, dice) {
      const raw = await enter(door);
      raw.socket.end(bytesBy(dice, 1 + dice.below(2_000)));
      await raw.ended;
      return { told: String(closeCode(raw.received()) ?? 'cut') };
    },
  },
  {
    name: 'half a frame, then nobody',
    async visit(door, dice) {
      const raw = await enter(door);
      raw.socket.write(whole.subarray(0, 1 + dice.below(whole.length - 1)));
      if (dice.chance(0.5)) raw.socket.end();
      else raw.socket.resetAndDestroy();
      await raw.ended;
      return { told: 'gone' };
    },
  },
  {
    name: 'many questions, no reading',
    async visit(door) {
      const raw = await enter(door);
      raw.socket.pause();
      const asks = Array.from({ length: 2_000 }, (_, id) =>
        frameBytes({
          opcode: text,
          payload: Buffer.from(`{"i":"n${id}","p":{"u":"/studio/templates"}}`),
        }),
      );
      await new Promise<void>((resolve) => {
        raw.socket.once('drain', resolve);
        setTimeout(resolve, 300);
        raw.socket.write(Buffer.concat(asks));
      });
      raw.socket.resetAndDestroy();
      await raw.ended;
      return { told: 'gone' };
    },
  },
  unshaken('no token', 401, (door) => ({ Origin: `http://127.0.0.1:${door.port}` })),
  unshaken('no token and no origin', 403, () => ({})),
  unshaken('a wrong token', 401, (door) => ({
    Authorization: `Bearer ${'A'.repeat(43)}`,
    Origin: `http://127.0.0.1:${door.port}`,
  })),
  unshaken('another origin', 403, (door) => ({ ...bearer(door), Origin: 'https://evil.example' })),
  unshaken('no origin at all', 403, (door) => ({ ...bearer(door), Origin: 'null' })),
  unshaken('another host', 403, (door) => ({ ...bearer(door), Host: 'evil.example' })),
  unshaken('another site', 403, (door) => ({ ...bearer(door), 'Sec-Fetch-Site': 'cross-site' })),
  unshaken('another path', 404, bearer, '/rpc'),
  unshaken('another version', 400, (door) => ({ ...bearer(door), 'Sec-WebSocket-Version': '7' })),
  unshaken('another key', 400, (door) => ({ ...bearer(door), 'Sec-WebSocket-Key': 'x' })),
];
