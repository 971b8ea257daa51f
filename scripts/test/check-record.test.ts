import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkRecord } from './check-record.ts';

let folder: string;
let told: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vitrine-record-'));
  told = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function check(...shapes: object[]) {
  const file = join(folder, 'requests.jsonl');
  writeFileSync(file, shapes.map((shape) => `${JSON.stringify(shape)}\n`).join(''));
  return checkRecord(file, (line) => told.push(line));
}

const known = { method: 'POST', edge: '{page}/feed', params: ['message'], fields: [] };

test('counts each shape once, however many processes saw it', () => {
  expect(check(known, known, { ...known, params: ['link'] })).toEqual({
    passed: 2,
    failed: 0,
    skipped: 0,
  });
  expect(told).toEqual([]);
});

test('names what nobody published', () => {
  const wrong = { ...known, params: ['message', 'shade'] };
  expect(check(known, wrong)).toEqual({ passed: 1, failed: 1, skipped: 0 });
  expect(told).toEqual(['unknown: POST /{page}/feed: parameter shade']);
});

test('a run without a request has failed', () => {
  expect(checkRecord(join(folder, 'none'), (line) => told.push(line)).failed).toBe(1);
  expect(check().failed).toBe(1);
  expect(told).toHaveLength(2);
});
