import type { ThreadNote } from '../../shared/contract/teamwork.ts';
import { Problem } from '../../shared/contract/problem.ts';
import type { WriterFact } from '../../shared/facts.ts';
import { readMentions } from '../../shared/rules/read-mentions.ts';
import { draftStore } from '../db/draft-store.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import type { NoteDeed } from './history.ts';
import { noteStore, type NoteRow } from './note-store.ts';
import type { TeamworkUses } from './teamwork-uses.ts';

/** A removed note can be taken back for so long. */
const keptMs = 86_400_000;
const mostMentions = 50;

const iso = (at: number) => new Date(at).toISOString();

export type NotesParts = {
  tools: FeatureTools;
  uses: TeamworkUses;
  noteDeed: NoteDeed;
  who: (personId: string | null) => WriterFact;
};

/** What colleagues write to one another about a thread, and who of them is named. Nothing of it ever goes on its
 *  way to a network: it stands in tables that the outbox does not know. */
export function threadNotes({ tools, uses, noteDeed, who }: NotesParts) {
  const store = noteStore(tools.db);
  const drafts = draftStore(tools.db, 'note_drafts');

  function mayChange(row: NoteRow): boolean {
    const me = uses.me();
    return me !== undefined && (row.personId === null || row.personId === me.id);
  }

  function ownNote(noteId: string): NoteRow {
    const row = store.find(noteId);
    if (!row) throw new Problem('not-found', { what: 'note' });
    if (!uses.me()) throw new Problem('who-are-you');
    if (!mayChange(row)) throw new Problem('note-of-another', { name: who(row.personId).name });
    return row;
  }

  /** Whoever writes is not told of their own words. */
  function nameIn(row: Pick<NoteRow, 'id' | 'personId'>, text: string): void {
    const named = readMentions(text, uses.people()).flatMap(({ ids }) => ids);
    store.setNamed(
      row.id,
      named.filter((id) => id !== row.personId),
    );
  }

  function changed(): void {
    // The badge of `mine` counts those who are named.
    tools.events.changed('teamwork', 'inbox');
  }

  function present(row: NoteRow): ThreadNote {
    const { id, personId, text, at, editedAt } = row;
    return {
      noteId: id,
      person: who(personId),
      text,
      mentions: store.namedIn(id).map(who),
      at: iso(at),
      ...(editedAt !== null && { editedAt: iso(editedAt) }),
      mine: mayChange(row),
    };
  }

  function add(threadId: string, text: string): { noteId: string } {
    const me = uses.me();
    if (!me) throw new Problem('who-are-you');
    if (!uses.threadFact(threadId)) throw new Problem('not-found');
    const id = tools.newId();
    const row = { id, threadId, personId: me.id ?? null, text, at: tools.clock.now() };
    store.insert(row);
    nameIn(row, text);
    drafts.remove(threadId, writer());
    noteDeed({ threadId, kind: 'note' });
    changed();
    return { noteId: id };
  }

  const writer = () => uses.me()?.id ?? '';

  function draft(threadId: string, text: string): { ok: true } {
    if (!uses.threadFact(threadId)) throw new Problem('not-found');
    if (text.trim() === '') drafts.remove(threadId, writer());
    else drafts.put(threadId, writer(), text, tools.clock.now());
    return { ok: true };
  }

  function edit(noteId: string, text: string): { ok: true } {
    const row = ownNote(noteId);
    store.setText(noteId, text, tools.clock.now());
    nameIn(row, text);
    noteDeed({ threadId: row.threadId, kind: 'note-edited' });
    changed();
    return { ok: true };
  }

  function remove(noteId: string, removed: boolean): { ok: true } {
    const row = ownNote(noteId);
    const now = tools.clock.now();
    store.setRemoved(noteId, removed ? now : null);
    store.forgetRemoved(now - keptMs);
    noteDeed({ threadId: row.threadId, kind: removed ? 'note-removed' : 'note-back' });
    changed();
    return { ok: true };
  }

  function mentions() {
    const me = uses.me()?.id;
    const rows = me === undefined ? [] : store.unseenOf(me, mostMentions);
    return rows.flatMap(({ id, threadId, personId, text, at }) => {
      const fact = uses.threadFact(threadId);
      if (!fact) return [];
      const { personName: customer, network } = fact;
      return [
        { noteId: id, threadId, customer, network, person: who(personId), text, at: iso(at) },
      ];
    });
  }

  function seen(threadId: string): { ok: true } {
    const me = uses.me()?.id;
    if (me !== undefined && store.see(me, threadId, tools.clock.now()) > 0) changed();
    return { ok: true };
  }

  return {
    ofThread: (threadId: string) => store.ofThread(threadId).map(present),
    /** What whoever works here has begun to write; somebody else's is theirs. */
    draftIn: (threadId: string): string | undefined => drafts.find(threadId, writer()),
    draft,
    add,
    edit,
    remove,
    mentions,
    seen,
    countMentions(): number {
      const me = uses.me()?.id;
      return me === undefined ? 0 : store.countUnseen(me);
    },
  };
}
