import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { automation as contract } from '../../shared/contract/automation.ts';
import { openTestAutomation, type TestAutomation } from '../../tests/support/automation-fixture.ts';
import { openTestTools, type TestTools } from '../../tests/support/test-tools.ts';

let tools: TestTools;
let studio: TestAutomation;

beforeAll(() => {
  tools = openTestTools();
  studio = openTestAutomation(tools);
});
beforeEach(() => studio.forgetAll());
afterAll(() => tools.close());

const at = (text: string) => Date.parse(`2026-11-${text}:00Z`);
const goal = { on: true, minutes: 120, openOnly: true };

test('tells once of each who waits longer than the goal, by opening hours', async () => {
  // Wednesday, an hour before it closes.
  tools.setNow(at('25T17:00'));
  await studio.say({ id: 'a', text: 'Le prix ?' });
  studio.automation.saveSettings({ goal });
  tools.setNow(at('26T09:29'));
  await studio.say({ id: 'b', text: 'Le prix ?', from: 'Zoé' });
  expect(studio.automation.overdue().threads).toBe(0);
  // An hour of Wednesday and more than one of Thursday.
  tools.setNow(at('26T09:31'));
  await studio.automation.tick();
  await studio.automation.tick();
  const { threads, before, minutes } = studio.automation.overdue();
  expect({ threads, minutes }).toEqual({ threads: 1, minutes: 120 });
  expect(before).toEqual(
    ['fb', 'ig'].map((accountId) => ({ accountId, at: '2026-11-25T17:01:00.000Z' })),
  );
  tools.setNow(at('26T13:00'));
  await studio.automation.tick();
  const said = '1 conversation attend depuis plus de 2\u00a0h.';
  expect(studio.told).toEqual([`Un client attend / ${said}`, `Un client attend / ${said}`]);
  // Answered, and asked again: that is another wait.
  const threadId = studio.inbox.threads({ view: 'unanswered' }).items[0]!.threadId;
  studio.inbox.markDone({ threadIds: [threadId], done: true });
  expect(studio.automation.overdue().threads).toBe(1);
  studio.automation.saveSettings({ goal: { ...goal, on: false } });
  expect(studio.automation.overdue()).toMatchObject({ threads: 0, before: [] });
});

test('counts by the clock where the goal does not mind the hours', async () => {
  tools.setNow(at('25T17:00'));
  await studio.say({ id: 'a', text: 'Le prix ?' });
  studio.automation.saveSettings({ goal: { ...goal, openOnly: false, minutes: 90 } });
  tools.setNow(at('25T18:31'));
  expect(studio.automation.overdue().threads).toBe(1);
});

test('tells in the morning what came while the shop was shut, the urgent first', async () => {
  tools.setNow(at('25T17:59'));
  await studio.say({ id: 'day', text: 'Le prix ?', from: 'Jour' });
  tools.setNow(at('25T21:00'));
  studio.rule({ words: ['ouvert'] }, [{ kind: 'reply', texts: { fr: 'De 9 h 30 à 19 h.' } }]);
  await studio.say(
    { id: 'n1', text: 'Magnifique !', from: 'Zoé' },
    { id: 'n2', text: 'Combien coûte le pothos ?', from: 'Ana' },
    { id: 'n3', text: 'Ma plante est arrivée cassée, je suis très déçue', from: 'Eva' },
    { id: 'n4', text: 'C’est ouvert lundi ?', from: 'Max' },
  );
  tools.setNow(at('26T09:00'));
  await studio.say({ id: 'now', text: 'Le prix ?', from: 'Matin' });
  const morning = studio.automation.morning();
  const schema = contract.morning['~orpc'].outputSchema;
  expect(schema?.parse(morning)).toEqual(morning);
  expect(morning).toMatchObject({
    since: '2026-11-25T18:00:00.000Z',
    fresh: true,
    threads: 4,
    waiting: 3,
    answered: 1,
  });
  expect(morning.items.map(({ person }) => person)).toEqual(['Eva', 'Ana', 'Zoé', 'Max']);
  expect(morning.intents).toContainEqual({ intent: 'complaint', count: 1 });
  studio.automation.morningSeen();
  expect(studio.automation.morning()).toMatchObject({ fresh: false, threads: 0, items: [] });
  tools.setNow(at('26T19:00'));
  await studio.say({ id: 'next', text: 'Le prix ?', from: 'Soir' });
  tools.advance(60_000);
  expect(studio.automation.morning().threads).toBe(1);
});
