import { afterEach, expect, test } from 'vitest';
import {
  answerError,
  answerJson,
  startRawNetwork,
  type RawNetwork,
} from '../test-support/raw-network.ts';
import type { GraphFailure, GraphResult } from './result.ts';

let network: RawNetwork | undefined;
afterEach(async () => {
  await network?.close();
  network = undefined;
});

async function failureWith(
  error: Record<string, unknown>,
  call: (opened: RawNetwork) => Promise<GraphResult<unknown>>,
  status = 400,
  headers: Record<string, string> = {},
): Promise<GraphFailure> {
  network = await startRawNetwork((_, response) => answerError(response, error, status, headers));
  const result = await call(network);
  if (result.ok) throw new Error('expected a failure');
  return result.failure;
}

const show = (opened: RawNetwork) => opened.client().publishPost('104600_1');
const hide = (opened: RawNetwork) =>
  opened.client().createHiddenPost({ pageId: '104600', message: 'x' });

test('hands on everything that a person or Meta may want to know', async () => {
  const failure = await failureWith(
    {
      code: 100,
      error_subcode: 2207036,
      message: 'Tag position missing',
      error_user_title: 'Title',
      error_user_msg: 'Words',
      fbtrace_id: 'AbC',
      error_data: { blame_field_specs: [['product_tags', 'x'], ['product_tags']] },
    },
    show,
  );
  expect(failure).toEqual({
    outcome: 'not-done',
    reaction: 'fix',
    meaning: 'tag-place-missing',
    httpStatus: 400,
    code: 100,
    subcode: 2207036,
    message: 'Tag position missing',
    userTitle: 'Title',
    userMessage: 'Words',
    traceId: 'AbC',
    blame: ['product_tags', 'product_tags'],
  });
});

test('error_data also comes as text', async () => {
  const data = JSON.stringify({ blame_field_specs: [['message']], start_offset: '4096' });
  const failure = await failureWith({ code: 100, message: 'bad', error_data: data }, show);
  expect(failure).toMatchObject({ outcome: 'not-done', blame: ['message'], resumeAtBytes: 4096 });
  const broken = await failureWith({ code: 100, message: 'bad', error_data: '{' }, show);
  expect(broken.outcome).toBe('unknown');
});

test('F36 a 400 that is not on the list leaves a visible call unknown, an invisible one not done', async () => {
  const error = { code: 20, error_subcode: 1772107, message: 'odd' };
  expect(await failureWith(error, show)).toMatchObject({ outcome: 'unknown' });
  expect(await failureWith(error, hide)).toMatchObject({ outcome: 'not-done' });
});

test.each([368, 506])('F36 %i leaves a visible call unknown', async (code) => {
  expect((await failureWith({ code, message: 'no' }, show)).outcome).toBe('unknown');
});

test('F35 a 500 with a listed code still leaves a visible call unknown', async () => {
  expect((await failureWith({ code: 190, message: 'no' }, show, 500)).outcome).toBe('unknown');
});

test('F39 takes the pause from the usage header', async () => {
  const usage = JSON.stringify({
    '104600': [{ type: 'pages', call_count: 130, estimated_time_to_regain_access: 12 }],
  });
  const failure = await failureWith({ code: 80001, message: 'slow' }, show, 400, {
    'x-business-use-case-usage': usage,
  });
  expect(failure).toMatchObject({ outcome: 'not-done', reaction: 'wait', retryAfterMs: 720_000 });
});

test('F40 names the missing permission', async () => {
  const failure = await failureWith(
    { code: 200, message: '(#200) Requires pages_manage_posts permission' },
    show,
    403,
  );
  expect(failure).toMatchObject({ reaction: 'permission', permission: 'pages_manage_posts' });
});

test.each([
  ['OffsetInvalidError', 400, false, 'upload-offset', 'retry'],
  ['PartialRequestError', 400, false, 'upload-offset', 'retry'],
  ['ProcessingFailedError', 400, true, 'upload-trouble', 'retry'],
  ['ProcessingFailedError', 500, false, 'upload-trouble', 'retry'],
  ['ProcessingFailedError', 400, false, 'upload-broken', 'rebuild'],
  ['SomethingNew', 400, false, 'upload-broken', 'rebuild'],
])(
  'an upload refused with %s (%i, retriable %s)',
  async (type, status, retriable, meaning, reaction) => {
    network = await startRawNetwork((_, response) =>
      answerJson(response, { debug_info: { retriable, type, message: 'no' } }, status),
    );
    const uploadUrl = `${network.url}/video-upload/v26.0/8803`;
    const result = await network
      .client()
      .uploadReelBytes({ uploadUrl, filePath: import.meta.filename });
    expect(result).toMatchObject({ ok: false, failure: { meaning, reaction } });
  },
);

test('F42 a list of Pages that never ends is left', async () => {
  network = await startRawNetwork((_, response) =>
    answerJson(response, {
      data: [{ id: '1', name: 'Again' }],
      paging: { cursors: { after: `c${Math.random()}` }, next: 'https://x/' },
    }),
  );
  const result = await network.client().accounts();
  expect(result).toMatchObject({ ok: true, value: [{ id: '1' }] });
  expect(network.seen).toHaveLength(2);
});

test('reads a list of Pages to its end, empty pages in the middle included', async () => {
  const pages: Record<string, unknown> = {
    first: { data: [{ id: '1' }], paging: { cursors: { after: 'b' }, next: 'n' } },
    b: { data: [], paging: { cursors: { after: 'c' }, next: 'n' } },
    c: { data: [{ id: '2' }], paging: { cursors: { after: 'd' } } },
  };
  network = await startRawNetwork((request, response) =>
    answerJson(response, pages[request.query.get('after') ?? 'first']),
  );
  const result = await network.client().accounts();
  expect(result.ok && result.value.map((page) => page.id)).toEqual(['1', '2']);
});
