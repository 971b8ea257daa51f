import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AccountFact } from '../../shared/facts.ts';
import { accountFact } from '../../tests/support/posts-fixture.ts';
import { openTestTools, type TestTools } from '../../tests/support/test-tools.ts';
import { snippetsService, type SnippetsService } from './service.ts';

let tools: TestTools;
let snippets: SnippetsService;
let accounts: AccountFact[];
beforeEach(() => {
  tools = openTestTools();
  accounts = [accountFact('ig', { username: 'laserre.lyon' }), accountFact('fb')];
  snippets = snippetsService(tools, { listAccounts: () => accounts });
});
afterEach(() => tools.close());

function addPost(content: object): void {
  const id = tools.newId();
  tools.db
    .prepare(
      `INSERT INTO posts (id, content, title, version, content_print, created_at, updated_at)
       VALUES (?, ?, '', 1, ?, 1, 1)`,
    )
    .run(id, JSON.stringify({ accountIds: [], media: [], ...content }), id);
}

function addComment(key: number, name: string, more: { mine?: boolean; network?: string } = {}) {
  const network = more.network ?? 'instagram';
  tools.db
    .prepare(
      `INSERT INTO threads (id, account_id, network, post_remote_id, top_remote_id, person_name,
         last_key, snippet) VALUES (@id, 'a', @network, 'p', @id, @name, 1, '')`,
    )
    .run({ id: `t${key}`, network, name });
  tools.db
    .prepare(
      `INSERT INTO comments (key, account_id, remote_id, full_remote_id, thread_id, from_name, text,
         created_at, mine, hidden) VALUES (@key, 'a', @id, @id, @thread, @name, '', 1, @mine, 0)`,
    )
    .run({ key, id: `c${key}`, thread: `t${key}`, name, mine: more.mine ? 1 : 0 });
}

describe('kept words', () => {
  it('are made once, changed, removed and brought back', () => {
    const input = { kind: 'hashtags', name: 'Été', text: '#été #jardin' } as const;
    const made = snippets.save(input, 'c1');
    expect(snippets.save(input, 'c1')).toEqual(made);
    tools.advance(1000);
    const changed = snippets.save({ ...made, text: '#été' });
    expect(changed).toMatchObject({ id: made.id, text: '#été' });
    expect(changed.updatedAt > made.updatedAt).toBe(true);
    expect(snippets.list('hashtags')).toEqual([changed]);
    expect(snippets.list('text')).toEqual([]);
    snippets.remove(made.id);
    expect(snippets.list()).toEqual([]);
    snippets.restore(made.id);
    expect(snippets.list()).toEqual([changed]);
    expect(tools.heard).toContainEqual({ type: 'changed', topic: 'snippets' });
  });

  it('that nobody knows are refused by name', () => {
    expect(() => snippets.remove('nobody')).toThrow('not-found');
    expect(() => snippets.save({ id: 'nobody', kind: 'text', name: 'a', text: 'b' })).toThrow(
      'not-found',
    );
  });
});

describe('behind a #', () => {
  it('stand sets by name and tags of earlier posts, the most used first', () => {
    snippets.save({ kind: 'hashtags', name: 'Plantes vertes', text: '#monstera #pothos' });
    addPost({ caption: '#plantes #lyon', captions: { instagram: '#plantes' } });
    addPost({ caption: 'Arum', firstComment: '#Plantes #plein' });
    addPost({ caption: '#pluie' });
    expect(snippets.suggest('#', 'pl')).toEqual([
      { text: '#monstera #pothos', from: 'set', note: 'Plantes vertes', uses: 2 },
      expect.objectContaining({ text: expect.stringMatching(/^#plantes$/i), uses: 2 }),
      { text: '#plein', from: 'used', uses: 1 },
      { text: '#pluie', from: 'used', uses: 1 },
    ]);
    expect(snippets.suggest('#', 'pluie')).toEqual([]);
  });

  it('accents and capitals are no hindrance, and a post that cannot be read neither', () => {
    addPost({ caption: '#Été' });
    addPost({ caption: 5, captions: 'x' });
    expect(snippets.suggest('#', 'ete').map((one) => one.text)).toEqual([]);
    expect(snippets.suggest('#', 'et').map((one) => one.text)).toEqual(['#Été']);
  });
});

describe('behind a @', () => {
  it('stand saved names, own accounts, then customers of Instagram who can be named', () => {
    snippets.save({ kind: 'mention', name: 'La marque', text: 'laserre_plantes' });
    addComment(1, 'la_lectrice');
    addComment(2, 'la_lectrice_2');
    addComment(3, 'la_lectrice');
    addComment(4, 'La Dame Bavarde');
    addComment(5, 'laserre.lyon', { mine: true });
    addComment(6, 'la_page', { network: 'facebook' });
    expect(snippets.suggest('@', 'la')).toEqual([
      { text: '@laserre_plantes', from: 'saved', note: 'La marque' },
      { text: '@laserre.lyon', from: 'account', network: 'instagram' },
      { text: '@la_lectrice', from: 'customer', uses: 2, network: 'instagram' },
      { text: '@la_lectrice_2', from: 'customer', uses: 1, network: 'instagram' },
    ]);
    expect(snippets.suggest('@', 'marq').map((one) => one.from)).toEqual(['saved']);
  });
});
