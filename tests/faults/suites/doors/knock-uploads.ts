import type { Dice } from '../dice.ts';
import {
  bearerOf,
  bytesBy,
  headOf,
  mustBe,
  statusOf,
  talk,
  type Door,
  type Knock,
  type Outcome,
} from './door.ts';

/** Names that would be another file, another folder, another kind or no name at all. */
const names = [
  '../../../../tmp/vitrine-escaped.jpg',
  '..\\..\\escaped.jpg',
  '/etc/passwd',
  'C:\\Windows\\win.ini',
  '\\\\server\\share\\a.jpg',
  'a\u0000.jpg',
  'CON',
  'aux.jpg',
  'x.jpg.',
  '.env',
  'facture\u202egpj.exe',
  '\u2066a\u2069.jpg',
  'a\r\nSet-Cookie: x=1',
  '<img src=x onerror=alert(1)>.jpg',
  "'; DROP TABLE assets; --.jpg",
  'é'.repeat(200),
  `${'😀'.repeat(99)}a😀😀.jpg`,
  'a'.repeat(10_000),
  'studio.db',
  '%2e%2e%2fescaped.jpg',
  '   ',
  '',
];
/** As they stand in the header: not every one is what a browser would write. */
const rawNames = ['%', '%ff%fe', '%E0%A4%A', '..%2f..%2fescaped.jpg', '%00', '%u0041', '"'];
const types = [
  'image/jpeg',
  'text/html',
  'application/json',
  'multipart/form-data; boundary=x',
  '',
];

function nameHeader(dice: Dice): string {
  return dice.chance(0.7) ? encodeURIComponent(dice.pick(names)) : dice.pick(rawNames);
}

function uploadHead(door: Door, dice: Dice, headers: Record<string, string>): string {
  const type = dice.pick(types);
  return headOf(door, 'POST /upload', {
    ...bearerOf(door),
    'X-File-Name': nameHeader(dice),
    ...(type && { 'Content-Type': type }),
    ...headers,
  });
}

/** Bytes in pieces of odd sizes. */
function cut(bytes: Buffer, dice: Dice): Buffer[] {
  const pieces: Buffer[] = [];
  for (let at = 0; at < bytes.length;) {
    const size = 1 + dice.below(40_000);
    pieces.push(bytes.subarray(at, at + size));
    at += size;
  }
  return pieces;
}

const inChunks = (piece: Buffer): Buffer =>
  Buffer.concat([Buffer.from(`${piece.length.toString(16)}\r\n`), piece, Buffer.from('\r\n')]);

async function uploadWhole(door: Door, dice: Dice): Promise<Outcome> {
  const bytes = bytesBy(dice, dice.below(300_000));
  const pieces = cut(bytes, dice);
  const answer = dice.chance(0.5)
    ? await talk(door, {
        pieces: [
          uploadHead(door, dice, { 'Transfer-Encoding': 'chunked' }),
          ...pieces.map(inChunks),
          '0\r\n\r\n',
        ],
      })
    : await talk(door, {
        pieces: [uploadHead(door, dice, { 'Content-Length': String(bytes.length) }), ...pieces],
      });
  mustBe(answer, [200]);
  const { assetId } = JSON.parse(answer.slice(answer.indexOf('\r\n\r\n') + 4)) as {
    assetId: string;
  };
  return { told: '200', uploaded: { assetId, bytes } };
}

/** Less than was announced comes, and then `atEnd`. */
async function uploadHalf(door: Door, dice: Dice, atEnd: 'stay' | 'end' | 'cut'): Promise<Outcome> {
  const bytes = bytesBy(dice, dice.below(100_000));
  const missing = 1 + dice.below(1_000_000);
  const head = uploadHead(door, dice, { 'Content-Length': String(bytes.length + missing) });
  const answer = await talk(door, { pieces: [head, bytes], atEnd });
  if (statusOf(answer) === 200) throw new Error('took half an upload for a whole one');
  return answer === '' ? { told: 'cut' } : mustBe(answer, [400, 408]);
}

/** What comes to /upload. */
export const uploadKnocks: Knock[] = [
  { name: 'a whole upload', visit: uploadWhole },
  { name: 'one more upload', visit: uploadWhole },
  { name: 'an upload that ends early', visit: (door, dice) => uploadHalf(door, dice, 'end') },
  { name: 'an upload that is cut', visit: (door, dice) => uploadHalf(door, dice, 'cut') },
  { name: 'an upload that stands still', visit: (door, dice) => uploadHalf(door, dice, 'stay') },
];
