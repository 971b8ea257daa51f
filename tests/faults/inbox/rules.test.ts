import { expect, it } from 'vitest';
import { minuteMs, openHarness } from './inbox-harness.ts';
import { openRules } from './open-rules.ts';
import { startCrashChild } from './run-crash-child.ts';

const customers = 50;

it('F44 rules answer each of fifty customers once with the line cut and the studio killed midway', async () => {
  const harness = await openHarness();
  const { tools, uses } = harness;
  let rules = openRules(tools, harness.inbox, uses);
  uses.onTaken = (keys) => rules.noteTaken(keys);
  const posts = [
    await harness.publish(harness.facebook, 'Les anthuriums sont arrivés.'),
    await harness.publish(harness.instagram, 'Une planche de 1928.'),
  ];
  const rule = rules.rules.save(undefined, {
    name: 'Prix',
    when: { words: ['price', 'prix'] },
    deeds: [{ kind: 'reply', texts: { en: 'Twelve euros, {first_name}.' } }],
    perHour: 1000,
  });
  rules.saveSettings({ perHour: 1000 });
  rules.rules.switchRule(rule.id, true, true);

  const names = Array.from({ length: customers }, (_, index) => {
    const letters = [index / 26, index % 26].map((n) => String.fromCharCode(97 + n));
    return `Anna${letters.join('')} Reed`;
  });
  for (const [index, name] of names.entries())
    await harness.say(posts[index % 2] ?? '', 'The price please?', name);
  await harness.sync();
  // The line is cut here; the children that die have none of their own to send by before they look.
  uses.line.online = false;
  for (const point of ['automation.A1:20', 'automation.A2:10']) {
    const end = await startCrashChild(harness, point).ended;
    expect(end, end.errors).toMatchObject({ signal: 'SIGKILL', output: '' });
  }
  const countDeeds = () => rules.log({ limit: 200 }).items.length;
  // Nineteen were whole before the first death, ten before the second: what died midway left nothing.
  expect(countDeeds()).toBe(29);
  const inbox = harness.restart();
  rules = openRules(tools, inbox, uses);
  await rules.tick();
  await rules.tick();
  expect(countDeeds()).toBe(customers);
  expect(inbox.outbox('fr')).toHaveLength(customers);

  // Killed once more, in the middle of sending, then with the line back.
  expect((await startCrashChild(harness, 'reply.C4:7').ended).signal).toBe('SIGKILL');
  harness.restart();
  uses.line.online = true;
  for (let minutes = 0; harness.inbox.outboxCount() > 0 && minutes < 20; minutes += 1) {
    await harness.pass(minuteMs, minuteMs / 2);
    // Calls that were cut before a byte left: reading finds nothing, so the shop says that nothing is there.
    for (const { id, question } of harness.inbox.outbox('fr'))
      if (question) harness.inbox.answer({ id, answer: 'not-there' });
  }
  await harness.sync();
  await rules.tick();
  expect(harness.inbox.outbox('fr')).toEqual([]);
  const said = (await harness.effects('reply')).map(({ text }) => text).sort();
  const expected = names.map((name) => `Twelve euros, ${name.split(' ')[0]}.`);
  expect(said).toEqual(expected.sort());
  expect(countDeeds()).toBe(customers);
  await rules.close();
  await harness.close();
});
