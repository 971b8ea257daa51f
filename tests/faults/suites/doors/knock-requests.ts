import { bearerOf, bytesBy, endless, headOf, mustBe, talk, type Door, type Knock } from './door.ts';

const json = { 'Content-Type': 'application/json' };
const block = 'x'.repeat(16_384);
const chunk = `${block.length.toString(16)}\r\n${block}\r\n`;
const info = 'POST /rpc/app/info';

/** Requests that are none, that never end, or that come from somebody who may not speak. */
export const requestKnocks: Knock[] = [
  {
    name: 'noise',
    async visit(door, dice) {
      const noise = bytesBy(dice, 1 + dice.below(4_000));
      const answer = await talk(door, { pieces: [noise], atEnd: 'end' });
      return answer === '' ? { told: 'cut' } : mustBe(answer, [400, 431]);
    },
  },
  plain('another protocol', [400], () => 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'),
  plain('a tunnel', [400, 403, 405], (door) => headOf(door, 'TRACE /rpc/app/info', bearerOf(door))),
  plain('lengths that disagree', [400], (door) =>
    headOf(door, info, { ...bearerOf(door), ...json, 'Content-Length': '5, 6' }),
  ),
  plain('a length and chunks', [400], (door) =>
    headOf(door, 'POST /upload', {
      ...bearerOf(door),
      ...{ 'Content-Length': '5', 'Transfer-Encoding': 'chunked' },
    }),
  ),
  plain('a length below nothing', [400], (door) =>
    headOf(door, info, { ...bearerOf(door), ...json, 'Content-Length': '-1' }),
  ),
  plain('a chunk of no size', [400, 408, 422], (door) =>
    [
      headOf(door, info, { ...bearerOf(door), ...json, 'Transfer-Encoding': 'chunked' }),
      'zz\r\n{}\r\n0\r\n\r\n',
    ].join(''),
  ),
  plain('a body byte by byte', [408], (door) =>
    headOf(door, info, { ...bearerOf(door), ...json, 'Content-Length': '500' }),
  ),
  plain('a name too long for a head', [431], (door) =>
    headOf(door, 'POST /upload', { ...bearerOf(door), 'X-File-Name': 'a'.repeat(40_000) }),
  ),
  // Too much, or not in time: whichever is noticed first.
  without('a call without end', [408, 413], info, (door) => ({ ...bearerOf(door), ...json })),
  without('an upload of nobody', [401], 'POST /upload', (door) => ({
    Origin: `http://127.0.0.1:${door.port}`,
  })),
  without('an upload with a wrong token', [401], 'POST /upload', (door) => ({
    Authorization: `Bearer ${'A'.repeat(43)}`,
    Origin: `http://127.0.0.1:${door.port}`,
  })),
  without('an upload from elsewhere', [403], 'POST /upload', (door) => ({
    ...bearerOf(door),
    Origin: 'https://evil.example',
  })),
  without('an upload to another name', [403], 'POST /upload', (door) => ({
    ...bearerOf(door),
    Host: 'evil.example',
  })),
  without('an upload by another way', [405], 'PUT /upload', bearerOf),
];

function plain(name: string, statuses: number[], text: (door: Door) => string): Knock {
  return {
    name,
    visit: async (door) => mustBe(await talk(door, { pieces: [text(door)] }), statuses),
  };
}

/** Its body never ends. */
function without(
  name: string,
  statuses: number[],
  line: string,
  headers: (door: Door) => Record<string, string>,
): Knock {
  return {
    name,
    async visit(door) {
      const head = headOf(door, line, { ...headers(door), 'Transfer-Encoding': 'chunked' });
      const answer = await talk(door, { pieces: endless(head, chunk) });
      // Who speaks on while the line is cut may not get to read.
      return answer === '' ? { told: 'cut' } : mustBe(answer, statuses);
    },
  };
}
