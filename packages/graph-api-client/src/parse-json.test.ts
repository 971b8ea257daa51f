import { expect, test } from 'vitest';
import { parseGraphJson } from './parse-json.ts';

test('F43 integers past 2^53 stay what they were', () => {
  const text =
    '{"data":[{"product_id":122093712345678901,"x":0.5,"n":9007199254740991,"m":-122093712345678901}]}';
  expect(parseGraphJson(text)).toEqual({
    data: [
      { product_id: '122093712345678901', x: 0.5, n: 9007199254740991, m: '-122093712345678901' },
    ],
  });
});

test('fractions and powers are numbers however large', () => {
  expect(parseGraphJson('[1e300,0.1234567890123]')).toEqual([1e300, 0.1234567890123]);
});

test('F91 paging keeps its cursors and no address', () => {
  const parsed = parseGraphJson(
    '{"data":[],"paging":{"cursors":{"after":"A"},"next":"https://g/?access_token=EAAsecret","previous":"https://g/?access_token=EAAsecret"}}',
  );
  expect(parsed).toEqual({ data: [], paging: { cursors: { after: 'A' }, hasNext: true } });
  expect(JSON.stringify(parsed)).not.toContain('EAAsecret');
});

test('also inside an expanded edge', () => {
  const parsed = parseGraphJson(
    '{"replies":{"data":[],"paging":{"next":"https://g/?access_token=EAAs"}}}',
  );
  expect(JSON.stringify(parsed)).not.toContain('EAAs');
});

test('a cut text throws', () => {
  expect(() => parseGraphJson('{"id":"1')).toThrow(SyntaxError);
});
