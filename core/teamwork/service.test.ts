import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestInbox, type TestInbox } from '../../tests/support/inbox-fixture.ts';
import { openTestTools, type TestTools } from '../../tests/support/test-tools.ts';
import { claimMs } from './claims.ts';

const counter = 'window-of-the-counter';
const office = 'window-of-the-office';

let tools: TestTools;
let fixture: TestInbox;
let threadId: string;
let commentId: string;

beforeEach(() => {
  tools = openTestTools();
  fixture = openTestInbox(tools);
  const at = tools.clock.now() - 60_000;
  fixture.take('fb', 'p1', [{ id: '1', text: 'Encore disponible ?', at, from: 'Ana' }]);
  const [thread] = fixture.inbox.threads().items;
  threadId = thread?.threadId ?? '';
  commentId = thread?.comments[0]?.commentId ?? '';
  fixture.who.me = 'julie';
});
afterEach(() => tools.close());

const team = () => fixture.team;
const mentions = () => fixture.inbox.counts().mentions;
let change = 0;
const clientId = () => `change-${(change += 1)}`;
const reply = (text: string, holder?: string) =>
  fixture.inbox.reply({ commentId, text, clientId: clientId(), ...(holder && { holder }) });

test('a note stays in the shop and tells whom it names, until they have looked', () => {
  const { noteId } = team().notes.add(threadId, 'Vois avec @Léa Martin, et moi @Julie');
  expect(team().thread(threadId, undefined).notes).toMatchObject([
    { noteId, person: { name: 'Julie' }, mentions: [{ id: 'lea' }], mine: true },
  ]);
  expect(mentions()).toBe(0);
  fixture.who.me = 'lea';
  expect(mentions()).toBe(1);
  expect(team().notes.mentions()).toMatchObject([{ threadId, customer: 'Ana', noteId }]);
  expect(() => team().notes.edit(noteId, 'Non')).toThrow('note-of-another');
  expect(() => team().notes.remove(noteId, true)).toThrow('note-of-another');
  team().notes.seen(threadId);
  expect(mentions()).toBe(0);
  expect(fixture.inbox.outbox()).toEqual([]);
});

test('a note that is begun is its writer’s own, and is no draft any more once it is kept', () => {
  const draft = () => team().thread(threadId, undefined).draft;
  team().notes.draft(threadId, 'Vois avec ');
  expect(draft()).toBe('Vois avec ');
  expect(fixture.inbox.thread({ threadId }).draft).toBeUndefined();
  fixture.who.me = 'lea';
  expect(draft()).toBeUndefined();
  fixture.who.me = 'julie';
  team().notes.draft(threadId, ' ');
  expect(draft()).toBeUndefined();
  team().notes.draft(threadId, 'Vois avec @Léa Martin');
  team().notes.add(threadId, 'Vois avec @Léa Martin');
  expect(draft()).toBeUndefined();
  expect(() => team().notes.draft('unknown', 'x')).toThrow('not-found');
});

test('a note that is changed names anew, and one that is removed comes back within a day', () => {
  const { noteId } = team().notes.add(threadId, '@Julie non');
  team().notes.edit(noteId, 'plutôt @léa martin');
  fixture.who.me = 'lea';
  expect(mentions()).toBe(1);
  fixture.who.me = 'julie';
  team().notes.remove(noteId, true);
  expect(team().thread(threadId, undefined).notes).toEqual([]);
  team().notes.remove(noteId, false);
  expect(team().thread(threadId, undefined).notes).toHaveLength(1);
  team().notes.remove(noteId, true);
  tools.advance(2 * 86_400_000);
  const other = team().notes.add(threadId, 'autre').noteId;
  team().notes.remove(other, true);
  expect(() => team().notes.remove(noteId, false)).toThrow('not-found');
});

test('who writes holds the thread; another window or person waits, or takes it over on purpose', () => {
  const claim = (holder: string, take = false) => team().claims.claim({ threadId, holder, take });
  expect(claim(counter)).toMatchObject({ mine: true, person: { name: 'Julie' } });
  expect(claim(office)).toMatchObject({ mine: false, otherWindow: true });
  fixture.who.me = 'lea';
  // The same window with another person at it holds nothing.
  expect(claim(counter)).toMatchObject({ mine: false, person: { name: 'Julie' } });
  expect(() => reply('Oui', counter)).toThrow('thread-claimed');
  expect(claim(office, true)).toMatchObject({ mine: true, person: { name: 'Léa Martin' } });
  expect(team().claims.all(office)).toMatchObject([{ threadId, mine: true }]);
  reply('Oui', office);
  expect(team().claims.all(office)).toEqual([]);
  const [, over] = team().history({ threadId }, 'fr').items;
  expect(over).toMatchObject({ kind: 'taken-over', person: { id: 'lea' } });
});

test('a hold ends by the clock, by leaving, and never binds whoever tells no window', () => {
  const claim = (holder: string) => team().claims.claim({ threadId, holder });
  claim(counter);
  expect(reply('De l’extérieur').state).toBe('queued');
  expect(team().claims.find(threadId, office)).toMatchObject({ mine: false });
  expect(() => reply('Oui', office)).toThrow('thread-claimed');
  tools.advance(claimMs - 1);
  claim(counter);
  tools.advance(claimMs - 1);
  expect(claim(office).mine).toBe(false);
  tools.advance(1);
  expect(claim(office).mine).toBe(true);
  team().claims.release(threadId, counter);
  expect(team().claims.find(threadId, office)?.mine).toBe(true);
  team().claims.release(threadId, office);
  expect(team().claims.find(threadId, office)).toBeUndefined();
});

test('what is done with a thread keeps who did it, and answers name their writer', () => {
  const { replyId } = reply('Oui, encore trois.');
  fixture.who.me = 'lea';
  fixture.inbox.markDone({ threadIds: [threadId], done: true });
  fixture.inbox.assign({ threadIds: [threadId], personId: 'julie' });
  fixture.inbox.snooze({ threadIds: [threadId], until: '2026-11-25T08:00:00Z' });
  fixture.inbox.withdraw({ id: replyId });
  fixture.who.isStudio = true;
  fixture.inbox.hide({ commentId, hidden: true, clientId: clientId() });
  const { items } = team().history({ threadId }, 'fr');
  expect(items.map(({ person, text }) => `${person.name} : ${text}`)).toEqual([
    'Le studio : A masqué un commentaire',
    'Léa Martin : A retiré ce qui attendait',
    'Léa Martin : A remis le fil à mer. 25 nov., 09:00',
    'Léa Martin : A confié le fil à Julie',
    'Léa Martin : A marqué le fil comme fait',
    'Julie : A répondu',
  ]);
  const page = team().history({ threadId, limit: 4 }, 'en');
  expect(team().history({ threadId, ...(page.next && { cursor: page.next }) }).items).toHaveLength(
    2,
  );
  // Ids and names of deeds only: no words of a customer stand in the history.
  const kept = JSON.stringify(tools.db.prepare('SELECT * FROM thread_deeds').all());
  expect(kept).not.toMatch(/Ana|disponible|encore/i);
});

test('an answer names who wrote it, while it waits and once it is out', () => {
  const { replyId } = reply('Oui, encore trois.');
  fixture.who.me = 'lea';
  const own = () => fixture.inbox.thread({ threadId }).comments.findLast(({ mine }) => mine);
  expect(own()).toMatchObject({ state: 'queued', by: { id: 'julie', name: 'Julie' } });
  fixture.inbox.withdraw({ id: replyId });
  const at = tools.clock.now();
  fixture.take('fb', 'p1', [{ id: '2', text: 'Oui', at, mine: true, parentId: '1' }]);
  expect(own()).not.toHaveProperty('by');
  // As the outbox writes it down with its receipt.
  tools.db.prepare("UPDATE comments SET outbox_id = ? WHERE remote_id = '2'").run(replyId);
  expect(own()).toMatchObject({ by: { name: 'Julie' } });
  expect(fixture.inbox.threads().items).toMatchObject([{ answeredBy: { name: 'Julie' } }]);
});

test('times to answers count what waited and was answered, by day and by whom', () => {
  const at = (clock: string) => Date.parse(`2026-11-${clock}Z`);
  const minute = 60_000;
  fixture.take('fb', 'p2', [
    { id: '10', text: 'Prix ?', at: at('23T22:30:00'), from: 'Bo' },
    { id: '11', text: 'Allô ?', at: at('23T22:40:00'), from: 'Bo', parentId: '10' },
    // Half past eleven in the evening of the 23rd was asked; answered after midnight in Paris.
    { id: '12', text: '12 €', at: at('23T23:30:00'), mine: true, parentId: '10' },
    { id: '13', text: 'Et la livraison 4 €', at: at('23T23:31:00'), mine: true, parentId: '10' },
  ]);
  fixture.take('ig', 'p3', [
    { id: '20', text: 'Taille ?', at: at('24T07:00:00'), from: 'Cy' },
    { id: '21', text: 'S à L', at: at('24T07:10:00'), mine: true, parentId: '20' },
    { id: '30', text: 'Caché', at: at('24T06:00:00'), from: 'Di', isHidden: true },
    { id: '31', text: 'Non', at: at('24T07:00:00'), mine: true, parentId: '30' },
    { id: '40', text: 'Gagnez', at: at('24T06:00:00'), from: 'Ed' },
    { id: '41', text: 'Non merci', at: at('24T07:00:00'), mine: true, parentId: '40' },
  ]);
  const spam = fixture.inbox.threads({ text: 'from:ed' }).items.map((thread) => thread.threadId);
  fixture.inbox.markSpam({ threadIds: spam, spam: true });
  team().forInbox.note({ threadId, kind: 'reply', outboxId: 'o1' });
  tools.db.prepare("UPDATE comments SET outbox_id = 'o1' WHERE remote_id = '21'").run();

  const times = team().answerTimes({ days: 2 }, 'fr');
  expect(times).toMatchObject({ count: 2, medianMs: 35 * minute, p90Ms: 55 * minute });
  expect(times.days).toEqual([
    { date: '2026-11-23', count: 0 },
    { date: '2026-11-24', count: 2, medianMs: 35 * minute, p90Ms: 55 * minute },
  ]);
  expect(times.people.map(({ by, person, medianMs }) => [by, person.name, medianMs])).toEqual([
    ['elsewhere', 'Hors de Vitrine', 60 * minute],
    ['person', 'Julie', 10 * minute],
  ]);
  expect(team().answerTimes({ days: 2, accountIds: ['ig'] })).toMatchObject({ count: 1 });
});

test('times within opening hours leave out the night, also one in which clocks change', () => {
  const minute = 60_000;
  // The morning after the clocks went forward.
  tools.setNow('2026-03-29T10:00:00Z');
  const at = (clock: string) => Date.parse(`2026-03-${clock}Z`);
  fixture.take('fb', 'p2', [
    // 23:00 on Saturday in Paris; answered at 09:05 on Sunday, by new clocks.
    { id: '10', text: 'Prix ?', at: at('28T22:00:00'), from: 'Bo' },
    { id: '11', text: '12 €', at: at('29T07:05:00'), mine: true, parentId: '10' },
    // Asked and answered while the shop was shut.
    { id: '12', text: 'Ouvert ?', at: at('28T22:00:00'), from: 'Cy' },
    { id: '13', text: 'Demain', at: at('28T22:30:00'), mine: true, parentId: '12' },
  ]);
  fixture.take('ig', 'p3', [
    { id: '20', text: 'Taille ?', at: at('28T22:00:00'), from: 'Di' },
    { id: '21', text: 'M', at: at('29T07:00:00'), mine: true, parentId: '20' },
  ]);
  const figures = (accountIds?: string[]) => team().answerTimes({ days: 2, accountIds });
  expect(figures()).not.toHaveProperty('open');

  const everyDay = [1, 2, 3, 4, 5, 6, 7];
  fixture.hours.set(
    'fb',
    everyDay.map((weekday) => ({ weekday, opens: '09:00', closes: '19:00' })),
  );
  const times = figures(['fb']);
  expect(times).toMatchObject({ count: 2, open: { medianMs: 2.5 * minute, p90Ms: 4.5 * minute } });
  expect(times.medianMs).toBe((545 + 30) * (minute / 2));
  expect(times.days.map(({ count, open }) => [count, open?.medianMs])).toEqual([
    [1, 0],
    [1, 5 * minute],
  ]);
  expect(times.people).toMatchObject([{ by: 'elsewhere', count: 2, open: { medianMs: 150_000 } }]);
  // The other shop never said its hours: it counts as always open.
  expect(figures(['ig'])).not.toHaveProperty('open');
  expect(figures()).toMatchObject({ count: 3, open: { medianMs: 5 * minute } });
});

test('hours of thousands of answers, one of them to words of years ago, are counted at once', () => {
  fixture.hours.set('fb', [{ weekday: 2, opens: '09:00', closes: '10:00' }]);
  const at = tools.clock.now() - 86_400_000;
  const asked = [...Array(2_000).keys()].flatMap((index) => [
    {
      id: `q${index}`,
      text: 'Prix ?',
      at: index === 0 ? at - 4_000 * 86_400_000 : at,
      from: `P ${index}`,
    },
    { id: `a${index}`, text: '9 €', at: at + 60_000, mine: true, parentId: `q${index}` },
  ]);
  fixture.take('fb', 'p2', asked);
  const { count, open } = team().answerTimes({ days: 7 });
  expect({ count, median: open?.medianMs }).toEqual({ count: 2_000, median: 0 });
});
