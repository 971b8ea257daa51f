import type { CustomerTag, KnownPerson } from '../../shared/contract/customers.ts';
import { Problem } from '../../shared/contract/problem.ts';
import type { PersonColour } from '../../shared/contract/team.ts';
import type { ThreadFact } from '../../shared/facts.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import { customerNotes } from './customer-notes.ts';
import { customerStore, type CustomerRow } from './customer-store.ts';
import type { CustomersUses } from './customers-uses.ts';
import { customerTagStore, rarestColour } from './tag-store.ts';

export type CustomersService = ReturnType<typeof customersService>;

const mostLikely = 8;

/** What the shop knows about the people who write: tags, notes, and who was said to be whom. Somebody is known
 *  by an account and the network's id; who came without one by their thread alone. Names prove nothing. */
export function customersService(tools: FeatureTools, uses: CustomersUses) {
  const store = customerStore(tools.db);
  const tags = customerTagStore(tools.db);

  function factOf(threadId: string): ThreadFact {
    const fact = uses.threadFact(threadId);
    if (!fact) throw new Problem('not-found');
    return fact;
  }

  function find({ accountId, personId, threadId }: ThreadFact): CustomerRow | undefined {
    const known = personId === undefined ? undefined : store.ofPerson(accountId, personId);
    return known ?? store.ofThread(threadId);
  }

  /** The person of a thread, written down where nothing stood of them. */
  function settle(threadId: string): CustomerRow {
    const fact = factOf(threadId);
    const { accountId, personId } = fact;
    const row = find(fact);
    if (row && row.personId === null && personId !== undefined) store.setPerson(row.id, personId);
    if (row) return row;
    const id = tools.newId();
    const made: CustomerRow = {
      id,
      accountId,
      personId: personId ?? null,
      threadId: personId === undefined ? threadId : null,
      name: fact.personName,
      sameId: null,
    };
    store.insert(made, tools.clock.now());
    return made;
  }

  function newestOf({ accountId, personId, threadId }: CustomerRow): ThreadFact | undefined {
    if (personId !== null) return uses.newestOf(accountId, personId);
    return threadId === null ? undefined : uses.threadFact(threadId);
  }

  const changed = (): void => tools.events.changed('teamwork');
  const notes = customerNotes({ tools, uses, settle, changed });

  function same(row: CustomerRow) {
    const others = row.sameId === null ? [] : store.same(row.sameId);
    return others.flatMap((other) => {
      const fact = other.id === row.id ? undefined : newestOf(other);
      return fact ? [{ ...presentKnown(fact), tags: tags.ofCustomer(other.id) }] : [];
    });
  }

  function get(threadId: string) {
    const row = find(factOf(threadId));
    if (!row) return { tags: [], notes: [], same: [] };
    return { tags: tags.ofCustomer(row.id), notes: notes.of(row.id), same: same(row) };
  }

  function tag(threadId: string, { add = [], remove = [] }: TagChange): { tags: CustomerTag[] } {
    const row = settle(threadId);
    for (const id of remove) tags.take(row.id, id);
    for (const name of add) tags.give(row.id, makeTag(name).id, tools.clock.now());
    changed();
    return { tags: tags.ofCustomer(row.id) };
  }

  function makeTag(name: string): CustomerTag {
    const known = tags.named(name);
    if (known) return known;
    const made = { id: tools.newId(), name: name.trim(), colour: rarestColour(tags.all()) };
    tags.insert(made);
    return made;
  }

  function changeTag(tagId: string, { name, colour }: TagFacts): { ok: true } {
    const before = tags.find(tagId);
    if (!before) throw new Problem('not-found', { what: 'tag' });
    const namesake = name === undefined ? undefined : tags.named(name);
    if (namesake && namesake.id !== tagId) throw new Problem('tag-known', { name: namesake.name });
    tags.update({ ...before, ...(name && { name }), ...(colour && { colour }) });
    changed();
    return { ok: true };
  }

  function link(threadId: string, otherThreadId: string): { ok: true } {
    const one = settle(threadId);
    const other = settle(otherThreadId);
    if (one.id === other.id) throw new Problem('same-already', { name: one.name });
    const sameId = one.sameId ?? other.sameId ?? tools.newId();
    const joining = other.sameId === null ? [other] : store.same(other.sameId);
    for (const { id } of [one, ...joining]) store.setSame(id, sameId);
    changed();
    return { ok: true };
  }

  function unlink(threadId: string): { ok: true } {
    const row = find(factOf(threadId));
    if (!row || row.sameId === null) return { ok: true };
    store.setSame(row.id, null);
    const [last, ...others] = store.same(row.sameId);
    // One alone is no pair.
    if (last && others.length === 0) store.setSame(last.id, null);
    changed();
    return { ok: true };
  }

  function likely(threadId: string, text: string | undefined): KnownPerson[] {
    const own = factOf(threadId);
    const row = find(own);
    const known = new Set(row?.sameId == null ? [] : store.same(row.sameId).map(({ id }) => id));
    const words = text?.trim() ? text : own.personName;
    return uses
      .peopleNamed(words, mostLikely * 2)
      .filter((fact) => !isSamePerson(fact, own) && !known.has(find(fact)?.id ?? ''))
      .slice(0, mostLikely)
      .map(presentKnown);
  }

  return { get, notes, tag, changeTag, tags: () => tags.all(), link, unlink, likely };
}

type TagChange = {
  add?: readonly string[] | undefined;
  remove?: readonly string[] | undefined;
};
type TagFacts = { name?: string | undefined; colour?: PersonColour | undefined };

function isSamePerson(one: ThreadFact, other: ThreadFact): boolean {
  if (one.threadId === other.threadId) return true;
  const { accountId, personId } = one;
  return personId !== undefined && accountId === other.accountId && personId === other.personId;
}

function presentKnown({ threadId, accountId, network, personName, lastAt }: ThreadFact) {
  return { threadId, accountId, network, name: personName, lastAt: new Date(lastAt).toISOString() };
}
