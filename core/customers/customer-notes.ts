import type { CustomerNote } from '../../shared/contract/customers.ts';
import { Problem } from '../../shared/contract/problem.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import type { CustomersUses } from './customers-uses.ts';
import { customerNoteStore, type CustomerNoteRow } from './note-store.ts';

/** A removed note can be taken back for so long. */
const keptMs = 86_400_000;

const iso = (at: number) => new Date(at).toISOString();

type NotesParts = {
  tools: FeatureTools;
  uses: CustomersUses;
  settle(threadId: string): { id: string };
  changed(): void;
};

/** Notes on a person: everybody reads them, whoever wrote one changes it. */
export function customerNotes({ tools, uses, settle, changed }: NotesParts) {
  const store = customerNoteStore(tools.db);

  function mayChange(row: CustomerNoteRow): boolean {
    const me = uses.me();
    return me !== undefined && (row.personId === null || row.personId === me.id);
  }

  function requireOwn(noteId: string): void {
    const row = store.find(noteId);
    if (!row) throw new Problem('not-found', { what: 'note' });
    if (!uses.me()) throw new Problem('who-are-you');
    const { name } = uses.writerOf(row.personId);
    if (!mayChange(row)) throw new Problem('note-of-another', { name });
  }

  function present(row: CustomerNoteRow): CustomerNote {
    const { id, personId, text, at, editedAt } = row;
    return {
      noteId: id,
      person: uses.writerOf(personId),
      text,
      at: iso(at),
      ...(editedAt !== null && { editedAt: iso(editedAt) }),
      mine: mayChange(row),
    };
  }

  return {
    of: (customerId: string) => store.of(customerId).map(present),
    add(threadId: string, text: string): { noteId: string } {
      const me = uses.me();
      if (!me) throw new Problem('who-are-you');
      const id = tools.newId();
      const { id: customerId } = settle(threadId);
      store.insert({ id, customerId, personId: me.id ?? null, text, at: tools.clock.now() });
      changed();
      return { noteId: id };
    },
    edit(noteId: string, text: string): { ok: true } {
      requireOwn(noteId);
      store.setText(noteId, text, tools.clock.now());
      changed();
      return { ok: true };
    },
    remove(noteId: string, removed: boolean): { ok: true } {
      requireOwn(noteId);
      const now = tools.clock.now();
      store.setRemoved(noteId, removed ? now : null);
      store.forgetRemoved(now - keptMs);
      changed();
      return { ok: true };
    },
  };
}
