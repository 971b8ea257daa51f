import { expect, test } from 'vitest';
import { GraphError } from './graph-error.ts';
import { makeParams } from './params.ts';

test('takes lists as JSON text, comma list, indexed names and real arrays', () => {
  const wanted = [{ media_fbid: '1' }, { media_fbid: '2' }];
  expect(makeParams({ a: JSON.stringify(wanted) }).list('a')).toEqual(wanted);
  expect(makeParams({ a: wanted }).list('a')).toEqual(wanted);
  expect(
    makeParams({ 'a[0]': '{"media_fbid":"1"}', 'a[1]': '{"media_fbid":"2"}' }).list('a'),
  ).toEqual(wanted);
  expect(makeParams({ a: '17, 18' }).list('a')).toEqual(['17', '18']);
});

test('keeps the last digits of ids past 2^53', () => {
  const id = '17889000000000001';
  expect(makeParams({ a: `[${id}]` }).list('a')).toEqual([id]);
  expect(makeParams({ a: `["${id}"]` }).list('a')).toEqual([id]);
  expect(makeParams({ 'a[0]': id }).list('a')).toEqual([id]);
});

test('gathers named parts into one object', () => {
  const params = makeParams({ 'recipient[comment_id]': '9', 'message[text]': 'Hi' });
  expect(params.json('recipient')).toEqual({ comment_id: '9' });
  expect(params.json('message')).toEqual({ text: 'Hi' });
});

test('reads flags and numbers as forms send them', () => {
  const params = makeParams({ yes: 'true', no: '0', count: '12', real: false });
  expect([params.flag('yes'), params.flag('no'), params.flag('real'), params.flag('none')]).toEqual(
    [true, false, false, undefined],
  );
  expect(params.number('count')).toBe(12);
  expect(() => makeParams({ a: 'maybe' }).flag('a')).toThrow(GraphError);
  expect(() => makeParams({ a: 'x' }).number('a')).toThrow(GraphError);
});

test('names the parameter it misses', () => {
  const refusal = (): unknown => makeParams({}).required('creation_id');
  expect(refusal).toThrow(/creation_id is required/);
});

test('knows no parameters from the prototype', () => {
  expect(makeParams({}).has('toString')).toBe(false);
  expect(makeParams({}).text('constructor')).toBeUndefined();
});
