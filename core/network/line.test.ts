import { afterEach, beforeEach, expect, test } from 'vitest';
import type { GraphFailure } from 'graph-api-client';
import { openTestTools, type TestTools } from '../../tests/support/test-tools.ts';
import { createSettings } from '../db/settings.ts';
import { createLine, type Line } from './line.ts';

let tools: TestTools;
beforeEach(() => {
  tools = openTestTools();
});
afterEach(() => tools.close());

const offline: GraphFailure = {
  outcome: 'not-sent',
  reaction: 'wait',
  meaning: 'offline',
  message: 'No answer: ECONNREFUSED',
  offline: true,
};

function openLine(probe: () => Promise<boolean> = () => Promise.reject(new Error('asked'))): Line {
  return createLine({
    settings: createSettings(tools.db),
    events: tools.events,
    now: () => tools.clock.now(),
    probe,
  });
}

const lineEvents = (): boolean[] =>
  tools.heard.flatMap((event) => (event.type === 'line' ? [event.online] : []));

test('is taken for good until a call shows otherwise', () => {
  expect(openLine().state()).toEqual({ online: true, wanted: true, since: tools.clock.now() });
});

test('F33 a call that could not leave takes the line down, once', () => {
  const line = openLine();
  tools.advance(1000);
  line.noteFailure(offline);
  line.noteFailure(offline);
  expect(line.state()).toEqual({ online: false, wanted: true, since: tools.clock.now() });
  expect(lineEvents()).toEqual([false]);
});

test('a failure of the account is none of the line', () => {
  const line = openLine();
  line.noteFailure({ ...offline, offline: false, httpStatus: 400 });
  const { offline: _none, ...refused } = offline;
  line.noteFailure(refused);
  expect(line.isOnline()).toBe(true);
});

test('a down line is asked after on each tick until it answers', async () => {
  const answers = [false, false, true];
  let asked = 0;
  const line = openLine(() => Promise.resolve(answers[asked++] ?? true));
  await line.tick();
  expect(asked).toBe(0);
  line.noteFailure(offline);
  await line.tick();
  await line.tick();
  expect(line.isOnline()).toBe(false);
  await line.tick();
  expect(line.isOnline()).toBe(true);
  await line.tick();
  expect(asked).toBe(3);
  expect(lineEvents()).toEqual([false, true]);
});

test('two ticks at once ask once, and a probe that throws is a no', async () => {
  let asked = 0;
  const line = openLine(() => {
    asked += 1;
    return Promise.reject(new Error('no'));
  });
  line.noteFailure(offline);
  await Promise.all([line.tick(), line.tick()]);
  expect(asked).toBe(1);
  expect(line.isOnline()).toBe(false);
});

test('any call that comes through brings the line back', () => {
  const line = openLine();
  line.noteFailure(offline);
  line.noteSuccess();
  expect(line.isOnline()).toBe(true);
});

test('the merchant’s switch wins and survives a restart', async () => {
  const line = openLine();
  expect(line.set(false)).toMatchObject({ online: false, wanted: false });
  line.noteSuccess();
  await line.tick();
  expect(line.isOnline()).toBe(false);
  const later = openLine();
  expect(later.state()).toMatchObject({ online: false, wanted: false });
  expect(later.set(true)).toMatchObject({ online: true, wanted: true });
  expect(lineEvents()).toEqual([false, true]);
});

test('the switch tells windows also while the line is down', () => {
  const line = openLine();
  line.noteFailure(offline);
  tools.heard.length = 0;
  line.set(false);
  expect(tools.heard).toEqual([{ type: 'changed', topic: 'line' }]);
});
