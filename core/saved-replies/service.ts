import { Problem } from '../../shared/contract/problem.ts';
import type { ReplyIntent, SavedReplyView } from '../../shared/contract/saved-replies.ts';
import { variablesOf } from '../../shared/replies/fill-reply.ts';
import type { SavedReply } from '../../shared/replies/reply-context.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import { savedReplyStore, type ReplyTexts, type SavedReplyRow } from './store.ts';

export type SavedRepliesService = ReturnType<typeof savedRepliesService>;

type NewReply = {
  id?: string | undefined;
  name: string;
  shortcut?: string | undefined;
  intent?: ReplyIntent | undefined;
  texts: ReplyTexts;
};

/** Answers that the shop keeps, in as many languages as it wrote them in. */
export function savedRepliesService(tools: FeatureTools) {
  const store = savedReplyStore(tools.db);

  function save(input: NewReply): SavedReplyView {
    const { name, intent, texts } = input;
    if (input.id !== undefined && !store.find(input.id)) throw new Problem('not-found');
    const unknown = Object.values(texts).flatMap((text) => variablesOf(text).unknown);
    if (unknown.length > 0)
      throw new Problem('saved-reply-variable', { names: [...new Set(unknown)].join(', ') });
    const shortcut = input.shortcut?.replace(/^\//, '') ?? null;
    const id = input.id ?? tools.newId();
    const taken = shortcut === null ? undefined : store.idOfShortcut(shortcut);
    if (taken !== undefined && taken !== id)
      throw new Problem('saved-reply-shortcut', { shortcut });
    const updatedAt = tools.clock.now();
    const row: SavedReplyRow = { id, name, shortcut, intent: intent ?? null, texts, updatedAt };
    store.put(row);
    tools.events.changed('savedReplies');
    return view(row);
  }

  return {
    list: (): SavedReplyView[] => store.list().map(view),
    /** As suggestions and rules take them. */
    forFilling: (): SavedReply[] =>
      store.list().map(({ id, intent, texts }) => ({ id, texts, ...(intent && { intent }) })),
    save: (input: NewReply, clientId?: string): SavedReplyView =>
      tools.applyOnce('savedReplies/save', clientId, () => save(input)),
    remove: (id: string, clientId?: string): { ok: true } =>
      tools.applyOnce('savedReplies/remove', clientId, () => {
        if (!store.remove(id, tools.clock.now())) throw new Problem('not-found');
        tools.events.changed('savedReplies');
        return { ok: true };
      }),
    restore: (id: string, clientId?: string): SavedReplyView =>
      tools.applyOnce('savedReplies/restore', clientId, () => {
        const row = store.findAny(id);
        if (!row) throw new Problem('not-found');
        const taken = row.shortcut === null ? undefined : store.idOfShortcut(row.shortcut);
        const shortcut = taken === undefined || taken === id ? row.shortcut : null;
        store.restore(id, shortcut);
        tools.events.changed('savedReplies');
        return view({ ...row, shortcut });
      }),
  };
}

function view({ updatedAt, shortcut, intent, ...row }: SavedReplyRow): SavedReplyView {
  return {
    ...row,
    ...(shortcut === null ? {} : { shortcut }),
    ...(intent === null ? {} : { intent }),
    updatedAt: new Date(updatedAt).toISOString(),
  };
}
