import { rmSync } from 'node:fs';
import type { Customer, ForgetReceipt, PersonReport } from '../../shared/contract/records.ts';
import { Problem } from '../../shared/contract/problem.ts';
import type { Backup } from '../db/backup.ts';
import { cleanLogs } from './clean-logs.ts';
import { erasePerson, type ErasedPerson, type EraseWish } from './erase-person.ts';
import { countNaming } from './walk-rows.ts';
import { personFinder } from './find-person.ts';
import type { Forgotten } from './forgotten.ts';
import { receiptStore, type ForgetOutcome } from './receipt-store.ts';
import type { RecordsUses } from './records-uses.ts';
import type { FoundFile } from './search-files.ts';
import { folderSearch } from './search-folder.ts';

/** Shorter names stand in other words. */
const shortestName = 5;
const shortestText = 24;
const mostTexts = 300;
/** Pictures that are looked for afterwards; each takes a pass through the folder. */
const mostSamples = 200;
/** Of a long text: SQLite keeps the beginning of a row in one piece. */
const mostOfText = 60;

/** Words of the shop are for the shop to change, the rest is looked at for itself. */
const notTheShops = new Set([
  ...['comments', 'threads', 'outbox', 'inbox_terms', 'applied_changes', 'comment_pictures'],
  ...['forgotten', 'forget_receipts', 'settings', 'accounts'],
]);

export type ForgetWish = {
  customers: Customer[];
  alsoComments?: string[] | undefined;
  backups?: string[] | undefined;
};

/** What is held of a person, and how it is forgotten. */
export function forgetting(uses: RecordsUses, forgotten: Forgotten) {
  const { tools, inbox } = uses;
  const { db } = tools;
  const finder = personFinder(db);
  const receipts = receiptStore(db);
  const search = folderSearch({
    host: uses.host,
    entry: uses.searchEntry,
    dataDir: uses.dataDir,
  });
  const erase = (wish: EraseWish) => erasePerson(db, { inbox, forgotten }, wish);

  /** What would be removed, told by removing it and taking that back. */
  function rehearse(wish: EraseWish): {
    erased: ErasedPerson;
    elsewhere: PersonReport['namedElsewhere'];
  } {
    const undo = Symbol('undo');
    let told: { erased: ErasedPerson; elsewhere: PersonReport['namedElsewhere'] } | undefined;
    try {
      tools.transact(() => {
        told = { erased: erase(wish), elsewhere: namedByShop(wish.who) };
        throw undo;
      });
    } catch (thrown) {
      if (thrown !== undo) throw thrown;
    }
    if (!told) throw new Error('the rehearsal told nothing');
    return told;
  }

  function namedByShop(who: readonly Customer[]) {
    const names = who.flatMap(({ name, id }) => [
      ...(name.length >= shortestName ? [name] : []),
      ...(id === undefined ? [] : [id]),
    ]);
    return countNaming(db, names, notTheShops);
  }

  async function report(who: readonly Customer[]): Promise<PersonReport> {
    const written = await finder.commentsOf(who);
    const { erased, elsewhere } = rehearse({ who, written, also: [], now: tools.clock.now() });
    const { texts: _texts, leaving: _leaving, keys, ...counts } = erased;
    const files = await search(marksOf(who));
    return {
      ...counts,
      named: finder.naming(who, keys).map(({ key, fromName, text, createdAt }) => ({
        commentId: String(key),
        from: fromName,
        text,
        createdAt: new Date(Number(createdAt)).toISOString(),
      })),
      namedElsewhere: elsewhere,
      files: files.map((file) => presentFile(file, uses.listBackups())),
    };
  }

  /** What a person's data can be told by afterwards: nobody else may have said the same. */
  async function needlesOf(who: readonly Customer[], { texts }: ErasedPerson): Promise<string[]> {
    const elsewhere = new Set(namedByShop(who).map(({ place }) => place));
    const names = elsewhere.size > 0 ? [] : who.flatMap(({ name }) => name);
    const own = [...names, ...texts]
      .map((text) => text.slice(0, mostOfText).toWellFormed())
      .filter((text) => text.length >= (names.includes(text) ? shortestName : shortestText))
      .slice(0, mostTexts)
      .filter((text) => !finder.isSaid(text));
    const marks = [
      ...who.flatMap(({ id }) => id ?? []),
      ...own.filter((one) => names.includes(one)),
    ];
    // An id or a name may be a part of somebody else's: bytes cannot tell the two apart.
    const others = await finder.standing([...new Set(marks)]);
    return [...new Set([...marks, ...own])].filter((one) => !others.has(one));
  }

  /** Looks for what is left; where the library itself still holds a trace in a page it no longer uses, it is
   *  written anew. */
  async function traces(needles: readonly string[], samples: readonly Buffer[]): Promise<string[]> {
    settle();
    const isLibrary = ({ name }: FoundFile) => name.startsWith('studio.db');
    const isNothing = needles.length + samples.length === 0;
    let found = isNothing ? [] : await search(needles, samples);
    if (found.some(isLibrary)) {
      db.prepare("INSERT INTO comments_words (comments_words) VALUES ('rebuild')").run();
      db.exec('VACUUM');
      settle();
      found = await search(needles, samples);
    }
    return found.map(({ name }) => name).filter((name) => !name.startsWith('backups/'));
  }

  /** Removes the stills that went with their comments; answers what a copy of one would be known by. */
  async function removeStills(before: ReadonlySet<string>): Promise<Buffer[]> {
    const { pictures } = uses;
    const kept = pictures.named();
    const gone = [...before].filter((hash) => !kept.has(hash)).slice(0, mostSamples);
    const samples = await Promise.all(gone.map(pictures.sample));
    await pictures.sweep();
    return samples.filter((one) => one !== undefined);
  }

  /** Empties the log of changes: it holds pages as they were. */
  function settle(): void {
    db.pragma('wal_checkpoint(TRUNCATE)');
  }

  function removeBackups(names: readonly string[]): number {
    const chosen = uses.listBackups().filter(({ name }) => names.includes(name));
    for (const { path } of chosen) rmSync(path, { force: true });
    if (chosen.length > 0) tools.events.changed('backups');
    return chosen.length;
  }

  async function forget({
    customers,
    alsoComments = [],
    backups = [],
  }: ForgetWish): Promise<ForgetReceipt> {
    uses.requireOwner();
    const written = await finder.commentsOf(customers);
    const also = alsoComments.flatMap((key) => (/^\d{1,18}$/.test(key) ? [BigInt(key)] : []));
    const wish = { who: customers, written, also, now: tools.clock.now() };
    const stills = uses.pictures.named();
    const erased = tools.transact(() => {
      const gone = erase(wish);
      if (gone.comments + gone.others.length === 0) throw new Problem('records-nobody');
      if (gone.leaving > 0) throw new Problem('records-sending');
      return gone;
    });
    const samples = await removeStills(stills);
    const marks = marksOf(customers);
    const logLines = cleanLogs(uses.dataDir, marks);
    const backupsRemoved = removeBackups(backups);
    const held = (await search(marks)).filter(({ name }) => name.startsWith('backups/'));
    const id = tools.newId();
    const outcome: ForgetOutcome = {
      comments: erased.comments,
      threads: erased.threads,
      others: erased.replies + erased.others.reduce((sum, { rows }) => sum + rows, 0),
      logLines,
      backupsRemoved,
      backupsKept: held.map(({ name }) => name.slice('backups/'.length)),
      left: await traces(await needlesOf(customers, erased), samples),
    };
    receipts.insert(id, wish.now, uses.whoWorks(), outcome);
    tools.events.changed('inbox', 'outbox', 'records');
    return present(id);
  }

  function present(id: string): ForgetReceipt {
    const found = receipts.find(id);
    if (!found) throw new Problem('not-found');
    return withName(found);
  }

  function withName({
    person,
    ...receipt
  }: NonNullable<ReturnType<typeof receipts.find>>): ForgetReceipt {
    const by = person === null ? undefined : uses.nameOf(person);
    return { ...receipt, ...(by !== undefined && { by }) };
  }

  return {
    report,
    forget: (wish: ForgetWish & { clientId?: string | undefined }): Promise<ForgetReceipt> =>
      tools.applyOnceAsync('records/forget', wish.clientId, () => forget(wish)),
    receipts: () => ({ items: receipts.newest().map(withName) }),
    async customers(text: string) {
      const found = await finder.called(text);
      const iso = (at: number) => new Date(at).toISOString();
      return {
        items: found.map((one) => ({
          ...one,
          ...{ firstAt: iso(one.firstAt), lastAt: iso(one.lastAt) },
        })),
      };
    },
    finder,
  };
}

/** What tells a person's data in a file: ids, and names that are no common word. */
function marksOf(who: readonly Customer[]): string[] {
  return who.flatMap(({ id, name }) => [
    ...(id === undefined ? [] : [id]),
    ...(name.length >= shortestName ? [name] : []),
  ]);
}

function presentFile({ name, sizeBytes, at }: FoundFile, backups: readonly Backup[]) {
  const backup = backups.find((one) => name === `backups/${one.name}`);
  const kind = backup
    ? ('backup' as const)
    : name.startsWith('logs/')
      ? ('log' as const)
      : name.startsWith('studio.db')
        ? ('library' as const)
        : ('other' as const);
  return { name, kind, sizeBytes, at: new Date(backup?.at ?? at).toISOString() };
}
