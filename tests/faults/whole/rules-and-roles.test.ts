// What is said to customers by itself is changed by owners and managers, and stopped by anybody.
import { rmSync } from 'node:fs';
import { createRouterClient } from '@orpc/server';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { StudioClient } from '../../contract/carriers.ts';
import { openWholeStudio, type WholeStudio } from '../../support/open-whole-studio.ts';

let whole: WholeStudio;
let client: StudioClient;
const people = new Map<string, string>();

const clientOf = ({ studio }: WholeStudio): StudioClient =>
  createRouterClient(studio.router, {
    context: { language: 'fr' as const },
    interceptors: [studio.answers.interceptor],
  }) as unknown as StudioClient;

beforeAll(async () => {
  whole = await openWholeStudio();
  client = clientOf(whole);
  await client.team.add({ name: 'Camille', role: 'manager' });
  await client.team.add({ name: 'Léa', role: 'author' });
  const team = await client.team.add({ name: 'Sam', role: 'answers', pin: '4711' });
  for (const { id, name } of team.people) people.set(name, id);
});
afterAll(() => rmSync(whole.dataDir, { recursive: true, force: true }));

const be = (name: string, pin?: string) =>
  client.team.actAs({ personId: people.get(name) ?? '', ...(pin && { pin }) });
const rule = {
  ...{ name: 'Prix', when: { words: ['prix'] }, perHour: 10 },
  deeds: [{ kind: 'reply' as const, texts: { fr: 'Bonjour' } }],
};
const rules = async () => (await client.automation.rules()).items;

beforeEach(async () => {
  await be('Camille');
  await client.automation.saveSettings({ on: true });
});

test.each([
  ['Sam', '4711'],
  ['Léa', undefined],
])('%s changes nothing of the rules, and may stop them all', async (name, pin) => {
  const made = await client.automation.saveRule(rule);
  await be(name, pin);
  const { automation } = client;
  const ruleId = made.id;
  const refused = [
    () => automation.saveRule({ ...rule, ruleId }),
    () => automation.switchRule({ ruleId, enabled: true, untried: true }),
    () => automation.removeRule({ ruleId }),
    () => automation.orderRules({ ruleIds: [ruleId] }),
    () => automation.tryRule({ ruleId }),
    () => automation.saveSettings({ perHour: 5 }),
    () => automation.saveSettings({ on: false, perHour: 5 }),
  ];
  for (const change of refused)
    await expect(change()).rejects.toMatchObject({ code: 'not-your-role' });
  expect(await rules()).toContainEqual(made);
  expect(await automation.saveSettings({ on: false })).toMatchObject({ on: false, perHour: 60 });
  await expect(automation.saveSettings({ on: true })).rejects.toMatchObject({
    code: 'not-your-role',
  });
  await be('Camille');
  expect(await automation.saveSettings({ on: true })).toMatchObject({ on: true });
});

test('after a start nobody changes rules until whoever works here said their PIN', async () => {
  await be('Sam', '4711');
  await whole.studio.close();
  const again = await openWholeStudio({ dataDir: whole.dataDir });
  client = clientOf(again);
  await expect(client.automation.saveRule(rule)).rejects.toMatchObject({ code: 'who-are-you' });
  await expect(be('Sam', '0000')).rejects.toMatchObject({ code: 'pin-wrong' });
  await expect(client.automation.saveRule(rule)).rejects.toMatchObject({ code: 'who-are-you' });
  await again.close();
});
