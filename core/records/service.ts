import type {
  Customer,
  CommentsWish,
  FileRun,
  PersonReport,
} from '../../shared/contract/records.ts';
import { Problem } from '../../shared/contract/problem.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import { fileSlug } from '../../shared/rules/file-name.ts';
import { instantToWall } from '../../shared/rules/zoned-time.ts';
import { commentPieces } from './comment-lines.ts';
import { fileRuns } from './file-runs.ts';
import { forgetting } from './forget-person.ts';
import { forgottenList } from './forgotten.ts';
import { keeping } from './keeping.ts';
import { personPieces } from './person-file.ts';
import type { RecordsUses } from './records-uses.ts';

type Once = { clientId?: string | undefined };
type Folder = { folder?: string | undefined };

export type RecordsService = ReturnType<typeof recordsService>;

/** What is kept of customers: written out for other programs, kept for a while, forgotten on request. */
export function recordsService(uses: RecordsUses) {
  const { tools } = uses;
  const forgotten = forgottenList(tools.db, uses.settings);
  const runs = fileRuns(uses);
  const keeper = keeping(uses);
  const { finder, ...forgets } = forgetting(uses, forgotten);

  /** As `vitrine-commentaires-la-serre-2026-11-26.csv`; never with a customer's name. */
  function fileName(what: 'comments' | 'person', kind: 'csv' | 'json', language: Language): string {
    const day = instantToWall(tools.clock.now(), uses.zone()).slice(0, 10);
    const word = tools.say(language, `records:file.${what}`);
    return `vitrine-${word}-${fileSlug(uses.shopName())}-${day}.${kind}`;
  }

  function report(customers: Customer[]): Promise<PersonReport> {
    uses.requireOwner();
    return forgets.report(customers);
  }

  return {
    ...forgets,
    report,
    async outlook({ folder }: Folder, language: Language) {
      const path = runs.folderOf(folder);
      return {
        folder: path,
        name: fileName('comments', 'csv', language),
        place: await uses.placeOf(path),
        canShow: uses.host.showFolder !== undefined,
      };
    },
    writeComments: (
      { folder, clientId, ...wish }: CommentsWish & Folder & Once,
      language: Language,
    ): FileRun =>
      tools.applyOnce('records/writeComments', clientId, () => {
        const name = fileName('comments', 'csv', language);
        return runs.view(runs.start(folder, name, commentPieces(uses, wish, language)), language);
      }),
    writePerson(
      wish: { customers: Customer[]; kind: 'json' | 'csv' } & Folder & Once,
      language: Language,
    ): FileRun {
      uses.requireOwner();
      return tools.applyOnce('records/writePerson', wish.clientId, () => {
        const { customers, kind, folder } = wish;
        const find = () => finder.commentsOf(customers);
        const pieces = personPieces(uses, customers, find, { kind, language });
        return runs.view(runs.start(folder, fileName('person', kind, language), pieces), language);
      });
    },
    run: runs.view,
    cancel(runId: string, language: Language): FileRun {
      runs.cancel(runId);
      return runs.view(runId, language);
    },
    show: runs.show,
    whenWritten: runs.whenEnded,
    keeping: keeper.view,
    previewKeeping: keeper.preview,
    setKeeping: keeper.set,
    keptIdle: keeper.idle,
    tick: keeper.tick,
    /** What the inbox does not take in: words of somebody who was forgotten, and what is too old to be kept. */
    isUnwanted(one: {
      accountId: string;
      authorId: string | null;
      remoteId: string;
      createdAt: number;
    }): boolean {
      const account = uses.listAccounts().find(({ id }) => id === one.accountId);
      if (!account) throw new Problem('account-unknown');
      return (
        keeper.isTooOld(one.accountId, one.createdAt) ||
        forgotten.holds({ ...one, network: account.network })
      );
    },
    async close(): Promise<void> {
      await Promise.all([runs.close(), keeper.close()]);
    },
  };
}
