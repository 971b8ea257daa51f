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
  tools.setNow('2026-11-24T14:00:00Z');
});
afterAll(() => tools.close());

const texts = { fr: 'Bonjour' };
const line = (index = 0) => studio.automation.log({}, 'fr').items.at(index)!;
const undo = (index = 0) => studio.automation.undo(line(index).id, 'fr');

async function act(accountId: string, deeds: RuleDeed[]): Promise<void> {
  studio.rule({}, deeds);
  studio.take(accountId, 'post', [{ id: 'c1', text: 'Le prix ?', at: tools.clock.now() }]);
  await studio.automation.tick();
}

/** As if the network had taken what waits in the outbox: an answer then stands under its comment. */
function leave(accountId = 'fb'): void {
  tools.advance(1000);
  const waiting = studio.inbox.outbox();
  for (const { id, kind } of waiting) {
    tools.db.prepare("UPDATE outbox SET state = 'sent', next_at = NULL WHERE id = ?").run(id);
    if (kind !== 'reply') continue;
    const at = tools.clock.now();
    studio.take(accountId, 'post', [
      { id: 'own', parentId: 'c1', text: 'Bonjour', at, mine: true },
    ]);
    tools.db.prepare("UPDATE comments SET outbox_id = ? WHERE remote_id = 'own'").run(id);
  }
}

test('an answer that is out is deleted through the outbox, once more where the network refused', async () => {
  await act('fb', [{ kind: 'reply', texts }]);
  expect(line()).toMatchObject({ canUndo: true, undoWay: 'withdraw', sending: 'queued' });
  leave();
  expect(line()).toMatchObject({ canUndo: true, undoWay: 'network', sending: 'sent' });
  expect(undo()).toMatchObject({ state: 'undone', undoing: 'queued', canUndo: false });
  expect(studio.outbox()).toEqual(['delete']);
  expect(() => undo()).toThrow('deed-not-undone');
  const schema = contract.log['~orpc'].outputSchema;
  const page = studio.automation.log({});
  expect(schema?.parse(page)).toEqual(page);

  const [item] = studio.inbox.outbox();
  tools.db.prepare("UPDATE outbox SET state = 'refused' WHERE id = ?").run(item?.id);
  expect(line()).toMatchObject({ state: 'done', undoing: 'refused', canUndo: true });
  expect(undo()).toMatchObject({ state: 'undone', undoing: 'queued' });
  const again = studio.inbox.outbox().find(({ id }) => id !== item?.id);
  studio.inbox.withdraw({ id: again?.id ?? '' });
  expect(line()).toMatchObject({ state: 'done', undoing: 'withdrawn', canUndo: true });
});

test('an answer that is gone already, and one on its way, say why they stay', async () => {
  await act('fb', [{ kind: 'reply', texts }]);
  tools.db.exec("UPDATE outbox SET state = 'uncertain'");
  expect(line()).toMatchObject({ canUndo: false, undoWhy: { code: 'on-its-way' } });
  tools.db.exec("UPDATE outbox SET state = 'queued'");
  leave();
  tools.db.exec("UPDATE comments SET deleted = 1 WHERE remote_id = 'own'");
  expect(line()).toMatchObject({
    canUndo: false,
    undoWhy: { code: 'answer-gone', text: 'La réponse n’est plus en ligne.' },
  });
});

test('what the network does not take back says so: a private answer, one under the post of another', async () => {
  await act('fb', [{ kind: 'private-reply', texts }]);
  leave();
  expect(line().undoWhy?.text).toBe(
    'Un message privé parti ne se reprend pas : le réseau ne le permet pas.',
  );
  studio.forgetAll();
  await act('ig', [{ kind: 'reply', texts }]);
  leave('ig');
  expect(line()).toMatchObject({ canUndo: true, undoWay: 'network' });
  tools.db.exec("UPDATE threads SET kind = 'mention'");
  expect(line().undoWhy?.text).toBe('C’est sous la publication de quelqu’un d’autre.');
});

test('what somebody has changed since is left to them', async () => {
  await act('fb', [
    { kind: 'assign', personId: 'lea' },
    { kind: 'order' },
    { kind: 'hide' },
    { kind: 'spam' },
    { kind: 'notify' },
  ]);
  const { threadId } = line();
  const threadIds = [threadId];
  studio.inbox.assign({ threadIds, personId: 'julie' });
  studio.inbox.markSpam({ threadIds, spam: false });
  const [order] = studio.orders.list({}).items;
  if (order) studio.orders.setState(order.id, 'sent');
  const { comments } = studio.inbox.thread({ threadId });
  const commentId = comments[0]?.commentId ?? '';
  studio.inbox.hide({ commentId, hidden: false, clientId: 'by hand' });
  const why = studio.automation
    .log({})
    .items.map(({ kind, state, undoWhy }) => [kind, state, undoWhy?.code].join(' '));
  expect(why.toSorted()).toEqual([
    'assign done reassigned',
    'hide done shown',
    'notify done told',
    ...(order ? ['order done order-moved-on'] : ['order not-done ']),
    'spam done not-spam',
  ]);
});
