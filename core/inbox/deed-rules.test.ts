import { expect, it } from 'vitest';
import { deedsOf, messageWindow, type DeedFacts } from './deed-rules.ts';

const facts = (change: Partial<DeedFacts> = {}): DeedFacts => ({
  ...{ network: 'facebook', threadKind: 'comment', mine: false, hidden: false },
  ...{ hasAuthor: true, privateReply: 'possible', window: 'open' },
  ...change,
});
/** `like` where it can be done, `like: code` where not. */
const told = (change: Partial<DeedFacts>) =>
  deedsOf(facts(change)).map(({ name, cannot }) => (cannot ? `${name}: ${cannot}` : name));

it('offers what Facebook has', () => {
  const all = ['reply', 'mention', 'attach', 'private-reply', 'like', 'hide', 'delete', 'block'];
  expect(told({})).toEqual(all);
  expect(told({ mine: true })).toEqual(['edit', 'delete']);
});

it('says of Instagram what it does not have', () => {
  expect(told({ network: 'instagram' })).toEqual([
    'reply',
    'mention',
    'attach: attach-instagram',
    'private-reply',
    'like: like-instagram',
    'hide',
    'delete',
    'block: block-instagram',
  ]);
  expect(told({ network: 'instagram', mine: true })).toEqual(['edit: edit-instagram', 'delete']);
});

it('hides and deletes nothing under somebody else’s post', () => {
  const elsewhere = told({ threadKind: 'mention' });
  expect(elsewhere).toContain('hide: not-our-post');
  expect(elsewhere).toContain('delete: not-our-post');
  expect(elsewhere).toContain('private-reply: not-our-post');
  expect(elsewhere).toContain('reply');
});

it('answers no hidden comment, blocks nobody without a name, and answers in private once', () => {
  expect(told({ hidden: true })).toContain('reply: comment-hidden');
  expect(told({ hasAuthor: false })).toContain('block: author-unknown');
  expect(told({ privateReply: 'sent' })).toContain('private-reply: private-reply-done');
  expect(told({ privateReply: 'late' })).toContain('private-reply: private-reply-late');
});

it('writes into a conversation while its window is open', () => {
  const message = { threadKind: 'message' } as const;
  expect(told(message)).toEqual(['message', 'attach', 'block']);
  expect(told({ ...message, window: 'closed' })).toContain('message: message-late');
  expect(told({ ...message, mine: true })).toEqual([]);
});

it('counts a day freely and a week as a human being from the person’s last words', () => {
  const hourMs = 3_600_000;
  const after = (hours: number) => messageWindow(1_000, 1_000 + hours * hourMs);
  expect([after(23), after(24), after(167), after(168)]).toEqual([
    'open',
    'human',
    'human',
    'closed',
  ]);
  expect(messageWindow(undefined, 1_000)).toBe('closed');
});
