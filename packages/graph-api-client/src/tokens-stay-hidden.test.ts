// F91: a network that writes the token wherever it can, and a search of every byte that comes out.
import { format, inspect } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { CallCase } from '../test-support/call-case.ts';
import { everyCase } from '../test-support/every-case.ts';
import {
  answerJson,
  startRawNetwork,
  type Behaviour,
  type RawNetwork,
} from '../test-support/raw-network.ts';
import { createGraphClient } from './create-graph-client.ts';
import { createLoginClient } from './login-client.ts';

/** Of letters that every spelling changes. */
const token = 'EAACanary/0123+4567=89|CANARY"tail';
const inUnicode = [...token].map((letter) => `\\u${hex(letter)}`).join('');

function hex(letter: string): string {
  return letter.charCodeAt(0).toString(16).padStart(4, '0');
}

const encoded = encodeURIComponent(token);
const base64 = Buffer.from(token).toString('base64');
const spellings = [
  token,
  encoded,
  encoded.replace(/%../g, (part) => part.toLowerCase()),
  encodeURIComponent(encoded),
  JSON.stringify(token).slice(1, -1),
  JSON.stringify(token).slice(1, -1).replaceAll('/', '\\/'),
  base64,
  base64.replace(/=+$/, ''),
  Buffer.from(token).toString('base64url'),
];
/** What a mangled spelling would still show. */
const core = 'Canary';

const leak = spellings.join(' ');
/** Of somebody else: known by its look only. */
const stranger = 'EAAStrangerCanary99';
const nextPage = `https://graph.facebook.com/v26.0/1/feed?after=QVFI&access_token=${encoded}`;

/** Everything that left: console, both streams, warnings. */
let written: string[];
let network: RawNetwork;
let behave: Behaviour;

beforeAll(async () => {
  network = await startRawNetwork((...call) => behave(...call));
});
afterAll(() => network.close());

const onWarning = (warning: Error): void => void written.push(format(warning, warning.stack));

beforeEach(() => {
  written = [];
  const keep = (chunk: unknown): boolean => written.push(String(chunk)) > 0;
  vi.spyOn(process.stdout, 'write').mockImplementation(keep);
  vi.spyOn(process.stderr, 'write').mockImplementation(keep);
  for (const name of ['debug', 'log', 'info', 'warn', 'error', 'trace'] as const) {
    vi.spyOn(console, name).mockImplementation((...parts) => void written.push(format(...parts)));
  }
  process.on('warning', onWarning);
});
afterEach(() => {
  process.off('warning', onWarning);
  vi.restoreAllMocks();
});

const hidden = { depth: Infinity, showHidden: true, maxArrayLength: null, maxStringLength: null };

function textOf(value: unknown): string {
  const stack = value instanceof Error ? (value.stack ?? '') : '';
  return `${inspect(value, hidden)} ${JSON.stringify(value)} ${String(value)} ${stack}`;
}

function expectClean(...values: unknown[]): void {
  const everything = [...written, ...values.map(textOf)].join('\n');
  for (const spelling of spellings) expect(everything).not.toContain(spelling);
  expect(everything).not.toContain(core);
}

/** The answer of a case with the token at the end of each of its texts, ids aside. */
function polluted(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => polluted(item));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([name, part]) => [name, polluted(part, name)]),
    );
  }
  const isWord = typeof value === 'string' && !/^[\d_]*$/.test(value) && key !== 'access_token';
  return isWord ? `${value} ${leak}` : value;
}

const leaks: [string, (one: CallCase) => Behaviour][] = [
  [
    'an error envelope and its headers',
    () => (_, response) =>
      answerJson(
        response,
        {
          error: {
            code: 100,
            message: `Invalid ${leak} ${stranger} access_token=${encoded} Bearer ${token} OAuth ${token}`,
            error_user_title: leak,
            error_user_msg: leak,
            fbtrace_id: leak,
            error_data: { blame_field_specs: [[leak], [nextPage], [stranger]] },
          },
        },
        400,
        {
          'x-fb-trace-id': encoded,
          'facebook-api-version': encoded,
          'www-authenticate': `OAuth "Facebook Platform" "invalid_token" "${encoded}"`,
        },
      ),
  ],
  [
    'an error in Unicode escapes',
    () => (_, response) =>
      answerJson(response, `{"error":{"code":190,"message":"bad ${inUnicode}"}}`, 400),
  ],
  [
    'an error of the byte host',
    () => (_, response) => answerJson(response, { debug_info: { type: leak, message: leak } }, 400),
  ],
  [
    'a redirect’s Location',
    () => (_, response) => void response.writeHead(302, { location: nextPage }).end(leak),
  ],
  ['a page', () => (_, response) => void response.writeHead(502).end(`<html>${leak}</html>`)],
  ['an answer that is no JSON', () => (_, response) => answerJson(response, `{"id": ${leak}`)],
  [
    'the next page’s address',
    (one) => (_, response) =>
      answerJson(response, {
        ...(typeof one.answer === 'object' ? one.answer : {}),
        paging: { cursors: { after: 'QVFI' }, next: nextPage, previous: nextPage },
      }),
  ],
  [
    'every text of a success and its headers',
    (one) => (_, response) =>
      answerJson(response, polluted(one.answer), 200, {
        'x-fb-trace-id': `${encoded} ${stranger}`,
        'facebook-api-version': encoded,
      }),
  ],
  ['a broken line', () => (_, __, socket) => void socket.destroy()],
];

const titled = leaks.flatMap(([where, make]) =>
  everyCase.map((one) => [where, one.name, make(one), one] as const),
);

test.each(titled)('F91 nothing of the token in %s shows after %s', async (_, __, leaking, one) => {
  behave = leaking;
  const told: unknown[] = [];
  const client = network.client({
    token,
    onUsage: (usage) => told.push(usage),
    onPace: (notice) => told.push(notice),
  });
  const result = await one.run(client, network).catch((error: unknown) => ({ thrown: error }));
  expect(result).not.toHaveProperty('thrown');
  expectClean(result, client, told, new Error('who calls', { cause: result }));
});

test('F91 an exchange shows neither the secret nor either token', async () => {
  behave = (request, response) =>
    answerJson(
      response,
      { error: { code: 1, message: `${leak} ${request.query.toString()}` } },
      400,
    );
  const login = createLoginClient({ baseUrls: { graph: network.url } });
  expectClean(
    await login.extendToken({ appId: '138', appSecret: token, token }),
    await login.exchangeCode({
      appId: '138',
      appSecret: 'x',
      code: token,
      redirectUri: 'https://r',
    }),
    login,
  );
});

test('F91 a token looked at is hidden as well as the one that looks', async () => {
  behave = (request, response) =>
    answerJson(response, {
      data: { is_valid: false, error: { message: request.query.toString() + leak } },
    });
  expectClean(await network.client({ token: 'EAAlooking12345' }).debugToken(token));
});

test('F91 a client that cannot be made says nothing of its token', () => {
  const make = (graph: string, given: string) => (): unknown =>
    createGraphClient({ baseUrls: { graph }, token: given });
  for (const fails of [make('http://graph.example', token), make(network.url, `${token}\n`)]) {
    let thrown: unknown;
    try {
      fails();
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(TypeError);
    expectClean(thrown);
  }
});

test('a token asked for by name does come through', async () => {
  behave = (_, response) => answerJson(response, { id: '104600', access_token: token });
  const result = await network.client({ token }).readPageToken('104600');
  expect(result).toMatchObject({ ok: true, value: { token } });
});

test('the search itself finds a token that got out', () => {
  for (const spelling of spellings) {
    expect(() => expectClean({ deep: [{ text: `x${spelling}y` }] })).toThrow();
  }
  console.warn('about to call with %s', token);
  expect(() => expectClean()).toThrow();
});
