import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { everyCase } from '../test-support/every-case.ts';
import {
  answerJson,
  canaryToken,
  startRawNetwork,
  type RawNetwork,
  type SeenRequest,
} from '../test-support/raw-network.ts';
import {
  fieldTree,
  publishedNames,
  publishedValues,
  requiredNames,
  unpublishedFields,
} from '../test-support/published-names.ts';
import type { GraphClient } from './client-types.ts';

let network: RawNetwork;
let answer: unknown;

beforeAll(async () => {
  network = await startRawNetwork((_, response) => answerJson(response, answer));
});
afterAll(() => network.close());

const titled = everyCase.map((one) => [`${one.name} (${one.request})`, one] as const);

test.each(titled)('%s asks and understands', async (_, one) => {
  answer = one.answer;
  network.seen.length = 0;
  const result = await one.run(network.client(), network);
  expect(result).toMatchObject({ ok: true });
  expect(result.ok && result.value).toEqual(one.value);
  expect(network.seen).toHaveLength(1);
  const request = network.seen[0] as SeenRequest;
  expect(`${request.method} ${request.path.replace('/v26.0', '')}`).toBe(one.request);
  expect(parametersOf(request)).toEqual(one.parameters);
  expect(request.headers.authorization).toMatch(new RegExp(`^(Bearer|OAuth) ${canaryToken}$`));
  const isVisible = 'visible' in result;
  if (isVisible && request.method !== 'DELETE') expect(request.query.size).toBe(0);
  if (isVisible) expect(request.query.has('fields')).toBe(false);
  expect(`${request.path} ${request.query.toString()} ${request.body}`).not.toContain(canaryToken);
});

test.each(titled)('%s uses published names only', (_, one) => {
  const { fields, ...parameters } = one.parameters;
  if (one.spec) {
    const { file, edge } = one.spec;
    const known = publishedNames(file, edge);
    for (const [name, text] of Object.entries(parameters)) {
      expect(known).toContain(name);
      const values = publishedValues(file, edge, name);
      for (const word of wordsIn(text)) expect(values ?? [word]).toContain(word);
    }
  }
  if (one.fieldsOf !== undefined && fields !== undefined) {
    expect(unpublishedFields(one.fieldsOf, fieldTree(fields))).toEqual([]);
  }
});

test.each(titled)('%s sends what is required', (_, one) => {
  const required = one.spec ? requiredNames(one.spec.file, one.spec.edge) : [];
  expect(Object.keys(one.parameters)).toEqual(expect.arrayContaining(required));
});

/** Calls for which Meta publishes no list at all. */
const withoutList = ['debugToken', 'uploadReelBytes', 'uploadReel', 'readMessage'];
const uploadsOfContainers = ['uploadContainerBytes', 'uploadContainer'];

test('every call is held against a published list', () => {
  const unchecked = everyCase
    .filter((one) => one.spec === undefined && one.fieldsOf === undefined)
    .map((one) => one.name);
  expect([...new Set(unchecked)].toSorted()).toEqual(
    [...withoutList, ...uploadsOfContainers].toSorted(),
  );
  const unnamed = everyCase.filter((one) => 'fields' in one.parameters && !one.fieldsOf);
  // Neither a quota nor a message of a thread has a published list of fields.
  expect(unnamed.map((one) => one.name).toSorted()).toEqual([
    'messages',
    'publishingLimit',
    'readMessage',
  ]);
});

test('the check of names sees what nobody published', () => {
  expect(publishedNames('Page', 'POST photos')).not.toContain('alt_text');
  expect(() => publishedNames('Page', 'POST nothing')).toThrow('no such edge');
  expect(requiredNames('IGUser', 'POST product_appeal')).toEqual(['appeal_reason', 'product_id']);
  expect(publishedValues('Page', 'GET insights', 'period')).not.toContain('hour');
  const fields =
    'id,text,from{id,shoe_size},parent{id,parent{shape}},comments.limit(0).summary(true)';
  expect(unpublishedFields('Comment', fieldTree(fields))).toEqual([
    'Comment.text',
    'Profile.shoe_size',
    'Comment.shape',
  ]);
  expect(unpublishedFields('Page', fieldTree('location{city}'))).toEqual(['Page.location{…}']);
});

test('every function of the client stands in the table', () => {
  // Both are made of other calls or of none: see discovery.test.ts and send.test.ts.
  const apart = ['probe', 'discoverAccounts'];
  const names = Object.keys(network.client()).filter((name) => !apart.includes(name));
  expect([...new Set(everyCase.map((one) => one.name))].toSorted()).toEqual(names.toSorted());
});

test.each(titled.filter(([, one]) => one.value !== undefined))(
  '%s takes an empty answer for no answer',
  async (_, one) => {
    answer = {};
    const result = await one.run(network.client(), network);
    expect(result).toMatchObject({ ok: false, failure: { outcome: 'unknown' } });
  },
);

test.each(titled)('%s that is given up beforehand sends nothing', async (_, one) => {
  network.seen.length = 0;
  const client = withSignal(network.client(), AbortSignal.abort());
  expect(await one.run(client, network)).toMatchObject({
    ok: false,
    failure: { outcome: 'not-sent', meaning: 'aborted' },
  });
  expect(network.seen).toHaveLength(0);
});

test.each(titled)('%s ends when it is given up while it runs', async (_, one) => {
  const stop = new AbortController();
  const silent = await startRawNetwork(() => stop.abort());
  const result = await one.run(withSignal(silent.client(), stop.signal), silent);
  await silent.close();
  expect(result).toMatchObject({ ok: false, failure: { meaning: 'answer-aborted' } });
});

/** The client as a caller uses it who may give up: each call's last part holds the signal. */
function withSignal(client: GraphClient, signal: AbortSignal): GraphClient {
  const calls = Object.entries(client as Record<string, (...input: unknown[]) => unknown>);
  return Object.fromEntries(
    calls.map(([name, call]) => [
      name,
      (...input: unknown[]) => {
        const last = input.at(-1);
        const hasOptions = typeof last === 'object' && last !== null && 'delayMs' in last;
        const given = hasOptions ? input.slice(0, -1) : input;
        return call(...given, { ...(hasOptions && last), signal });
      },
    ]),
  ) as GraphClient;
}

/** JSON that has the names an answer has, with anything behind them. */
function anyAnswer(): fc.Arbitrary<unknown> {
  const names = [
    'id',
    'data',
    'paging',
    'error',
    'success',
    'status',
    'images',
    'from',
    'attachments',
  ];
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 3 },
      fc.oneof(fc.string(), fc.integer(), fc.double(), fc.boolean(), fc.constant(null)),
      fc.array(tie('tree'), { maxLength: 3 }),
      fc.dictionary(fc.oneof(fc.constantFrom(...names), fc.string()), tie('tree'), { maxKeys: 4 }),
    ),
  }));
  return tree;
}

test.each(titled)('%s survives any JSON', async (_, one) => {
  await fc.assert(
    fc.asyncProperty(anyAnswer(), async (json) => {
      answer = JSON.stringify(json);
      const result = await one.run(network.client(), network);
      if (!result.ok) expect(result.failure.message).toBeTypeOf('string');
    }),
    { numRuns: 10, seed: 20261122 },
  );
});

/** The words of a parameter, alone or in a list; none for other text. */
function wordsIn(text: string): string[] {
  const listed = /^\[("[\w ]+",?)+\]$/.test(text)
    ? (JSON.parse(text) as string[])
    : text.split(',');
  return listed.map((word) => word.toLowerCase());
}

function parametersOf(request: SeenRequest): Record<string, string> {
  const type = request.headers['content-type'] ?? '';
  const utf8 = Buffer.from(request.body, 'latin1').toString('utf8');
  if (type.startsWith('multipart/')) return multipartOf(utf8, type);
  if (type === 'application/octet-stream') {
    const { offset, file_size: fileSize } = request.headers;
    return { bytes: utf8, offset: String(offset), file_size: String(fileSize) };
  }
  if (type === 'application/json') {
    const fields = Object.entries(JSON.parse(utf8) as Record<string, unknown>);
    return Object.fromEntries(
      fields.map(([name, value]) => [
        name,
        typeof value === 'string' ? value : JSON.stringify(value),
      ]),
    );
  }
  return { ...Object.fromEntries(request.query), ...Object.fromEntries(new URLSearchParams(utf8)) };
}

function multipartOf(body: string, type: string): Record<string, string> {
  const boundary = type.split('boundary=')[1] ?? '';
  const parts = body.split(`--${boundary}`).slice(1, -1);
  return Object.fromEntries(
    parts.map((part) => {
      const [head = '', ...rest] = part.slice(2, -2).split('\r\n\r\n');
      return [/name="([^"]+)"/.exec(head)?.[1] ?? '', rest.join('\r\n\r\n')];
    }),
  );
}
