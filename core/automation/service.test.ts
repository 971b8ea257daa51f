import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { automation as contract, type RuleDeed } from '../../shared/contract/automation.ts';
import { openTestAutomation, type TestAutomation } from '../../tests/support/automation-fixture.ts';
import { openTestTools, type TestTools } from '../../tests/support/test-tools.ts';

let tools: TestTools;
let studio: TestAutomation;

beforeAll(() => {
  tools = openTestTools();
  studio = openTestAutomation(tools);
});

beforeEach(() => {
  studio.forgetAll();
  // A Tuesday, 15:00 in Paris: the shop is open.
  tools.setNow('2026-11-24T14:00:00Z');
});

afterAll(() => tools.close());

const hourMs = 3_600_000;
const reply = (fr: string): RuleDeed => ({ kind: 'reply', texts: { fr } });
const threadOf = (index = 0) => studio.inbox.threads().items.at(index)?.threadId ?? '';

test('answers once what fits, in the customer’s language and with today’s price', async () => {
  const texts = { fr: 'Bonjour {first_name} : {price}.', en: 'Hello {first_name}: {price}.' };
  studio.rule({ intents: ['price'] }, [{ kind: 'reply', texts }]);
  const asked = { id: 'c1', text: 'Bonjour, combien coûte cette plante ?' };
  await studio.say(asked, { id: 'c2', text: 'Magnifique', from: 'Zoé' });
  await studio.say(asked, { id: 'c3', text: 'How much is this plant please?', from: 'Sam Reed' });
  expect(studio.outbox().map((text) => text.replaceAll(/\s/g, ' '))).toEqual([
    'Bonjour Emma : 12,90 €.',
    'Hello Sam: €12.90.',
  ]);
  const { items } = studio.automation.log({});
  const schema = contract.log['~orpc'].outputSchema;
  expect(schema?.parse({ items })).toEqual({ items });
  expect(items[0]).toMatchObject({ person: 'Sam Reed', sending: 'queued', canUndo: true });
});

test('of rules that fit the first acts, or all of them and one answers', async () => {
  studio.rule({ words: ['prix'] }, [reply('Un'), { kind: 'tag', tag: 'curieux' }]);
  studio.rule({}, [reply('Deux'), { kind: 'tag', tag: 'client' }]);
  await studio.say({ id: 'c1', text: 'Le prix ?' });
  expect(studio.outbox()).toEqual(['Un']);
  expect(studio.tagsOf(threadOf())).toEqual(['curieux']);
  studio.automation.saveSettings({ mode: 'all' });
  await studio.say({ id: 'c2', text: 'Le prix ?', from: 'Zoé' });
  expect(studio.outbox()).toEqual(['Un', 'Un']);
  expect(studio.tagsOf(threadOf()).sort()).toEqual(['client', 'curieux']);
  expect(studio.log().slice(2)).toEqual([
    'reply done',
    'tag done',
    'reply not-done answered',
    'tag done',
  ]);
  const [first, second] = studio.rules.list().items;
  const order = [second!.id, first!.id];
  expect(studio.rules.order(order).items.map(({ id }) => id)).toEqual(order);
  studio.automation.saveSettings({ mode: 'first' });
  await studio.say({ id: 'c3', text: 'Le prix ?', from: 'Ana' });
  expect(studio.outbox().at(-1)).toBe('Deux');
});

test('leaves alone what is ours, old, from before the switch, put aside or answered', async () => {
  await studio.say({ id: 'before', text: 'Le prix ?' });
  tools.advance(hourMs);
  studio.rule({}, [reply('Bonjour')]);
  const now = tools.clock.now();
  await studio.say(
    { id: 'mine', text: 'Le prix est de 9 €', mine: true },
    { id: 'old', text: 'Le prix ?', from: 'Ana', at: now - 25 * hourMs },
    { id: 'earlier', text: 'Le prix ?', from: 'Zoé', at: now - 60_000 },
    { id: 'hidden', text: 'Le prix ?', from: 'Max', isHidden: true },
    { id: 'top', text: 'Le prix ?', from: 'Eva' },
    { id: 'answer', text: '9 €', mine: true, parentId: 'top', at: now + 1000 },
  );
  expect(studio.outbox()).toEqual([]);
  expect(studio.log()).toEqual(['reply not-done answered']);
  await studio.say({ id: 'before', text: 'Le prix, svp ?' });
  expect(studio.outbox()).toEqual([]);
});

test('one switch stops all, and what was written meanwhile stays unanswered', async () => {
  studio.rule({}, [reply('Bonjour')]);
  studio.automation.saveSettings({ on: false });
  await studio.say({ id: 'c1', text: 'Le prix ?' });
  tools.advance(60_000);
  studio.automation.saveSettings({ on: true });
  await studio.say({ id: 'late', text: 'Le prix ?', at: tools.clock.now() - 30_000, from: 'Ana' });
  await studio.say({ id: 'c2', text: 'Le prix ?', from: 'Zoé' });
  expect(studio.outbox()).toEqual(['Bonjour']);
});

test('answers nothing over a colleague who is answering; whatever else a rule does is done', async () => {
  studio.rule({ words: ['prix'] }, [reply('Bonjour'), { kind: 'tag', tag: 'curieux' }]);
  await studio.say({ id: 'c1', text: 'Joli' });
  const holder = 'window-of-the-counter';
  studio.team.claims.claim({ threadId: threadOf(), holder });
  await studio.say({ id: 'c2', text: 'Le prix ?', parentId: 'c1' });
  expect(studio.outbox()).toEqual([]);
  expect(studio.log()).toEqual(['reply not-done thread-claimed', 'tag done']);
  const [, line] = studio.automation.log({}, 'fr').items;
  expect(line?.reason?.text).toBe('Un collègue était en train de répondre.');
  studio.team.claims.release(threadOf(), holder);
  await studio.say({ id: 'c3', text: 'Le prix, svp ?', parentId: 'c1' });
  expect(studio.outbox()).toEqual(['Bonjour']);
});

test('tells nobody that the shop is shut whom a colleague is answering, and does with their next words', async () => {
  const nobodyThere = { texts: { fr: 'Fermé' }, way: 'public' as const };
  studio.automation.saveSettings({ closed: { on: true, ...nobodyThere } });
  tools.setNow('2026-11-24T20:00:00Z');
  await studio.say({ id: 'c1', text: 'Joli' });
  const holder = 'window-of-the-counter';
  studio.team.claims.claim({ threadId: threadOf(), holder });
  await studio.say({ id: 'c2', text: 'Le prix ?', parentId: 'c1' });
  expect(studio.outbox()).toEqual([]);
  tools.advance(hourMs);
  await studio.say({ id: 'c3', text: 'Le prix, svp ?', parentId: 'c1' });
  expect(studio.outbox()).toEqual(['Fermé']);
});

test('keeps to the limit of a rule and to that of all, for an hour', async () => {
  studio.rule({ words: ['prix'] }, [reply('Bonjour')], { perHour: 2 });
  studio.rule({ words: ['stock'] }, [{ kind: 'spam' }]);
  studio.automation.saveSettings({ perHour: 3 });
  const ask = (id: string, text = 'Le prix ?') => studio.say({ id, text, from: id });
  for (const id of ['a', 'b', 'c']) await ask(id);
  for (const id of ['d', 'e']) await ask(id, 'En stock ?');
  expect(studio.log()).toEqual([
    'reply done',
    'reply done',
    'reply not-done limit-rule',
    'spam done',
    'spam not-done limit-all',
  ]);
  tools.advance(hourMs + 1);
  await ask('f');
  expect(studio.log().at(-1)).toBe('reply done');
});

test('does not send what it cannot fill, nor what the inbox refuses', async () => {
  studio.rule({ words: ['prix'] }, [
    reply('{old_price}'),
    { kind: 'private-reply', texts: { fr: 'x' } },
  ]);
  await studio.say({ id: 'c1', text: 'Le prix ?' });
  expect(studio.outbox()).toEqual(['x']);
  // An answer may grow beyond what networks take when it is filled.
  studio.rule({ words: ['long'] }, [reply('{opening_hours} '.repeat(120).trim())]);
  studio.take('ig', 'post', [{ id: 'c2', text: 'long', from: 'Zoé', at: tools.clock.now() }]);
  await studio.automation.tick();
  const { items } = studio.automation.log({}, 'fr');
  expect(items.map(({ reason }) => reason?.text)).toEqual([
    'La réponse remplie est trop longue pour le réseau.',
    undefined,
    'Il manque de quoi remplir {old_price}.',
  ]);
});

test('hides, assigns, marks, writes an order down, suggests and tells; each can be undone', async () => {
  const deeds: RuleDeed[] = [
    { kind: 'assign', personId: 'lea' },
    { kind: 'hide' },
    { kind: 'order' },
    { kind: 'suggest', texts: { fr: 'Nous le mettons de côté, {first_name}.' } },
    { kind: 'tag', tag: 'acheteur' },
    { kind: 'notify' },
  ];
  studio.rule({ words: ['prends'] }, deeds, { name: 'Commandes' });
  await studio.say({ id: 'c1', text: 'J’en prends 2, du pothos' });
  const threadId = threadOf();
  const thread = () => studio.inbox.thread({ threadId });
  expect(thread()).toMatchObject({ assigneeId: 'lea', comments: [{ hidden: true }] });
  expect(studio.told).toEqual(['Commandes / Emma Wright : J’en prends 2, du pothos']);
  expect(studio.automation.suggestion(threadId)).toMatchObject({
    text: 'Nous le mettons de côté, Emma.',
    ruleName: 'Commandes',
  });
  expect(studio.orders.list({ threadId }).items).toMatchObject([
    { title: 'Pothos doré', sku: 'POT-1', quantity: 2, price: 1290, state: 'open' },
  ]);

  for (const { id, canUndo } of studio.automation.log({}).items)
    if (canUndo) studio.automation.undo(id);
  expect(thread()).toMatchObject({ comments: [{ hidden: false }] });
  expect(thread().assigneeId).toBeUndefined();
  expect(studio.tagsOf(threadId)).toEqual([]);
  expect(studio.automation.suggestion(threadId)).toEqual({});
  expect(studio.orders.list({ threadId, state: 'dropped' }).items).toHaveLength(1);
  expect(studio.log().sort()).toEqual([
    'assign undone',
    'hide undone',
    'notify done',
    'order undone',
    'suggest undone',
    'tag undone',
  ]);
});

test('a suggestion is for the newest words alone', async () => {
  studio.rule({ words: ['prix'] }, [{ kind: 'suggest', texts: { fr: 'Douze euros' } }]);
  await studio.say({ id: 'top', text: 'Le prix ?' });
  expect(studio.automation.suggestion(threadOf()).text).toBe('Douze euros');
  tools.advance(1000);
  await studio.say({ id: 'more', text: 'Et vous livrez ?', parentId: 'top' });
  expect(studio.automation.suggestion(threadOf())).toEqual({});
});

test('an answer is taken back until it leaves, and then not written again', async () => {
  studio.rule({}, [reply('Bonjour')]);
  await studio.say({ id: 'c1', text: 'Le prix ?' });
  const [deed] = studio.automation.log({}).items;
  studio.automation.undo(deed!.id);
  expect(studio.outbox()).toEqual([]);
  expect(() => studio.automation.undo(deed!.id)).toThrow('deed-not-undone');
  await studio.say({ id: 'c1', text: 'Le prix, svp ?' });
  expect(studio.outbox()).toEqual([]);
});

test('is tried on what was written, and switched on only then', async () => {
  await studio.say(
    { id: 'c1', text: 'Le prix ?', from: 'Ana Lopez' },
    { id: 'c2', text: 'Superbe', from: 'Zoé' },
    { id: 'c3', text: 'Prix : 12 €', mine: true },
  );
  const content = { name: 'Prix', when: { words: ['prix'] }, perHour: 5 };
  const made = studio.rules.save(undefined, {
    ...content,
    deeds: [reply('{first_name} : {old_price}')],
  });
  const on = () => studio.rules.switchRule(made.id, true, false);
  expect(on).toThrow('rule-not-tried');
  const trial = await studio.rules.tryRule(made.id, 'fr');
  const schema = contract.tryRule['~orpc'].outputSchema;
  expect(schema?.parse(trial)).toEqual(trial);
  expect(trial).toMatchObject({ looked: 2, matched: 1 });
  expect(trial.matches).toMatchObject([
    {
      person: 'Ana Lopez',
      deeds: [{ text: 'Ana : {old_price}', reason: { code: 'unfilled' } }],
    },
  ]);
  expect(studio.outbox()).toEqual([]);
  expect(on()).toMatchObject({ enabled: true, tried: true });

  // Another name leaves it on; other words do not.
  const deeds = [reply('{first_name} : {old_price}')];
  expect(studio.rules.save(made.id, { ...content, name: 'Les prix', deeds }).enabled).toBe(true);
  const changed = studio.rules.save(made.id, { ...content, deeds: [reply('Bonjour')] });
  expect(changed).toMatchObject({ enabled: false, tried: false });
  expect(studio.rules.switchRule(made.id, true, true).enabled).toBe(true);
  studio.rules.remove(made.id);
  expect(studio.rules.list().items).toEqual([]);
  studio.rules.restore(made.id);
  expect(studio.rules.list().items).toMatchObject([{ id: made.id, enabled: false }]);
});

test('refuses words that stand for nothing and people who are not of the team', () => {
  const save = (...deeds: RuleDeed[]) =>
    studio.rules.save(undefined, { name: 'x', when: {}, perHour: 1, deeds });
  expect(() => save(reply('Le {prix} ?'))).toThrow('rule-words');
  expect(() => save({ kind: 'assign', personId: 'nobody' })).toThrow('not-found');
});

test('tells each person once an absence that nobody is there, rules first', async () => {
  tools.setNow('2026-11-24T19:00:00Z');
  const texts = { fr: 'Fermé. Nous ouvrons {opening_hours}.' };
  studio.automation.saveSettings({ closed: { on: true, texts, way: 'public' } });
  studio.rule({ words: ['livraison'] }, [reply('Partout en France')]);
  await studio.say({ id: 'c1', text: 'Bonjour, combien ça coûte ?' });
  tools.advance(60_000);
  await studio.say(
    { id: 'c2', text: 'Et combien pour deux ?' },
    { id: 'c3', text: 'Trop beau', from: 'Zoé' },
    { id: 'c4', text: 'La livraison coûte combien ?', from: 'Ana' },
  );
  const closed = 'Fermé. Nous ouvrons du mardi au samedi de 9 h 30 à 19 h.';
  expect(studio.outbox().map((text) => text.replaceAll(/\s/g, ' '))).toEqual([
    closed,
    'Partout en France',
  ]);
  tools.setNow('2026-11-25T19:00:00Z');
  await studio.say({ id: 'c5', text: 'Combien coûte celle-ci ?' });
  expect(studio.outbox()).toHaveLength(3);
  tools.setNow('2026-11-26T14:00:00Z');
  await studio.say({ id: 'c6', text: 'Combien coûte celle-là ?' });
  expect(studio.outbox()).toHaveLength(3);

  const away = { texts: { fr: 'En congé' }, way: 'private' as const };
  const to = '2026-11-30T08:00:00Z';
  expect(() => studio.automation.saveSettings({ away: { ...away, from: to, to } })).toThrow(
    'away-past',
  );
  studio.automation.saveSettings({ away: { ...away, from: '2026-11-26T00:00:00Z', to } });
  await studio.say({ id: 'c7', text: 'Combien coûte-t-elle ?' });
  expect(studio.outbox().at(-1)).toBe('En congé');
  tools.setNow(to);
  await studio.say({ id: 'c8', text: 'Combien coûte-t-elle ?', from: 'Max' });
  expect(studio.outbox().at(-1)).toBe(studio.outbox().at(0));
});

test('pages through its log, of a rule and of a thread', async () => {
  const rule = studio.rule({}, [{ kind: 'tag', tag: 'vu' }]);
  for (const from of ['Ana', 'Zoé', 'Max']) {
    tools.advance(1000);
    await studio.say({ id: from, text: 'Bonjour', from });
  }
  const first = studio.automation.log({ ruleId: rule.id, limit: 2 });
  const rest = studio.automation.log({ ruleId: rule.id, limit: 2, cursor: first.next });
  expect([...first.items, ...rest.items].map(({ person }) => person)).toEqual([
    'Max',
    'Zoé',
    'Ana',
  ]);
  expect(rest.next).toBeUndefined();
  const threadId = first.items[0]!.threadId;
  expect(studio.automation.log({ threadId }).items).toHaveLength(1);
  expect(studio.rules.list().items[0]?.today).toBe(3);
});
