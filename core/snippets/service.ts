import { z } from 'zod';
import { Problem } from '../../shared/contract/problem.ts';
import type { Snippet, SnippetKind, Suggestion } from '../../shared/contract/snippets.ts';
import type { AccountFact } from '../../shared/facts.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import { snippetStore, type SnippetRow } from './store.ts';
import { suggestHashtags, suggestMentions } from './suggest.ts';

export type SnippetsUses = { listAccounts: () => AccountFact[] };
export type SnippetsService = ReturnType<typeof snippetsService>;

type NewSnippet = { id?: string | undefined; kind: SnippetKind; name: string; text: string };

const written = z.object({
  caption: z.string().catch(''),
  captions: z.record(z.string(), z.string().optional()).optional().catch(undefined),
  firstComment: z.string().optional().catch(undefined),
});

/** Words that the merchant keeps, and what may follow a `#` or `@`. */
export function snippetsService(tools: FeatureTools, uses: SnippetsUses) {
  const store = snippetStore(tools.db);

  function mark(done: boolean): { ok: true } {
    if (!done) throw new Problem('not-found');
    tools.events.changed('snippets');
    return { ok: true };
  }

  /** All words of a post as one text: a tag counts once a post. */
  function recentTexts(): string[] {
    return store.recentContents().flatMap((content) => {
      const post = written.safeParse(content).data;
      if (!post) return [];
      const texts = [post.caption, ...Object.values(post.captions ?? {}), post.firstComment];
      return [texts.filter(Boolean).join('\n')];
    });
  }

  return {
    list: (kind?: SnippetKind): Snippet[] => store.list(kind).map(view),
    save: (input: NewSnippet, clientId?: string): Snippet =>
      tools.applyOnce('snippets/save', clientId, () => {
        const { kind, name, text } = input;
        if (input.id !== undefined && !store.find(input.id)) throw new Problem('not-found');
        const id = input.id ?? tools.newId();
        const row: SnippetRow = { id, kind, name, text, updatedAt: tools.clock.now() };
        store.put(row);
        tools.events.changed('snippets');
        return view(row);
      }),
    remove: (id: string, clientId?: string): { ok: true } =>
      tools.applyOnce('snippets/remove', clientId, () => mark(store.remove(id, tools.clock.now()))),
    restore: (id: string, clientId?: string): { ok: true } =>
      tools.applyOnce('snippets/restore', clientId, () => mark(store.restore(id))),
    suggest: (sign: '#' | '@', text: string): Suggestion[] =>
      sign === '#'
        ? suggestHashtags(text, store.list('hashtags'), recentTexts())
        : suggestMentions(text, store.list('mention'), uses.listAccounts(), store.customers()),
  };
}

function view({ updatedAt, ...row }: SnippetRow): Snippet {
  return { ...row, updatedAt: new Date(updatedAt).toISOString() };
}
