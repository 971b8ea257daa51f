import { expect, test } from 'vitest';
import { coversRequest, type SeenRequest } from './edge-pattern.ts';

const publish: SeenRequest = { method: 'POST', segments: ['17841', 'media_publish'], kind: 'ig' };
const readPost: SeenRequest = { method: 'GET', segments: ['1_2'], kind: 'post' };
const upload: SeenRequest = {
  method: 'POST',
  segments: ['rupload', 'ig-api-upload', '17889'],
  kind: undefined,
};

test.each([
  ['*', publish],
  ['POST *', publish],
  ['POST /{ig}/media_publish', publish],
  ['POST /{ig-user-id}/media_publish', publish],
  ['post /v26.0/17841/media_publish', publish],
  ['/*/media_publish', publish],
  ['media_publish', publish],
  ['POST /{anything}/media_publish', publish],
  ['GET /{post}', readPost],
  ['GET /{page-post-id}', readPost],
  ['GET /1_2', readPost],
  ['POST /rupload/*', upload],
  ['POST /rupload/ig-api-upload/{container}', upload],
])('%s covers', (pattern, request) => {
  expect(coversRequest(pattern, request)).toBe(true);
});

test.each([
  ['GET *', publish],
  ['POST /{page}/media_publish', publish],
  ['POST /{ig}/media', publish],
  ['POST /{ig}', publish],
  ['GET /{photo}', readPost],
  ['GET /{post}/comments', readPost],
  ['GET /{post}/*', readPost],
  ['POST /rupload', upload],
])('%s does not cover', (pattern, request) => {
  expect(coversRequest(pattern, request)).toBe(false);
});

test('an id that names nothing may have been of any kind', () => {
  const gone: SeenRequest = { method: 'GET', segments: ['123_4'], kind: undefined };
  expect(coversRequest('GET /{comment}', gone)).toBe(true);
  expect(coversRequest('GET /{comment}', { ...gone, segments: ['debug_token'] })).toBe(false);
});
