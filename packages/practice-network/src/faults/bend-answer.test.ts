import { expect, test } from 'vitest';
import { jsonAnswer } from '../http/answer.ts';
import { bendAnswer } from './bend-answer.ts';
import { faultMode, type FaultMode } from './fault-modes.ts';
import type { Strike } from './fault-store.ts';

const strike = (mode: FaultMode, options: Strike['options'] = {}): Strike => ({
  id: 1,
  mode,
  name: mode,
  options,
});

function bodyAfter(mode: FaultMode, value: unknown): string {
  const delivery = bendAnswer(jsonAnswer(200, value), [strike(mode)]);
  if (delivery.kind !== 'send' && delivery.kind !== 'cut') return delivery.kind;
  return String(delivery.answer.body);
}

const list = { data: [{ id: '1', t: 'a],[{"' }, { id: '2' }], paging: { cursors: { after: 'x' } } };

test('leaves out the first row and keeps the rest as it was', () => {
  expect(JSON.parse(bodyAfter('missing-row', list))).toEqual({ ...list, data: [{ id: '2' }] });
});

test('repeats the first row', () => {
  const bent = JSON.parse(bodyAfter('dup-row', list)) as typeof list;
  expect(bent.data.map((row) => row.id)).toEqual(['1', '1', '2']);
});

test('leaves rows out, turns them round, and leads nowhere', () => {
  const ids = (mode: FaultMode) =>
    (JSON.parse(bodyAfter(mode, list)) as typeof list).data.map((row) => row.id);
  expect(ids('skip-rows')).toEqual(['1']);
  expect(ids('shuffle-rows')).toEqual(['2', '1']);
  expect(JSON.parse(bodyAfter('skip-rows', list))).toHaveProperty('paging.cursors.after', 'x');
  expect(JSON.parse(bodyAfter('no-paging', list))).toEqual({ data: list.data });
});

test('an empty list stays empty', () => {
  expect(JSON.parse(bodyAfter('dup-row', { data: [] }))).toEqual({ data: [] });
});

test('adds unknown fields without touching long numbers', () => {
  const bent = bendAnswer({ status: 200, headers: {}, body: '{"product_id":9231775643511089}' }, [
    strike('unknown-field-added'),
  ]);
  const body = bent.kind === 'send' ? String(bent.answer.body) : '';
  expect(body).toContain('9231775643511089');
  expect(JSON.parse(body)).toHaveProperty('practice_new_field');
});

test('faults add up', () => {
  const delivery = bendAnswer(jsonAnswer(200, { id: '1' }), [
    strike('slow', { ms: 10 }),
    strike('success-without-id'),
  ]);
  expect(delivery).toMatchObject({
    kind: 'send',
    delayMs: 10,
    answer: { body: '{"success":true}' },
  });
});

test.each([
  ['timeout_after', 'timeout-after'],
  ['500-after', 'http500-after'],
  ['http500_before', 'http500-before'],
  ['html200', 'html-200'],
  ['html_502', 'html-502'],
  ['30x', 'redirect'],
  ['truncated_body', 'half-json'],
  ['refuse', 'reset-before'],
  ['slow-after', 'timeout-after'],
  ['missing-row', 'missing-row'],
])('%s is known as %s', (name, mode) => {
  expect(faultMode(name)).toBe(mode);
});

test('unknown names are no mode', () => {
  expect(faultMode('toString')).toBeUndefined();
  expect(faultMode('rain')).toBeUndefined();
});
