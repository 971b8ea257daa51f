import type { BulkField, BulkRow, BulkSession } from '../../shared/contract/bulk.ts';
import { Problem } from '../../shared/contract/problem.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import type { TextEncoding } from '../tables/decode-text.ts';
import type { BulkUses, NamedMedium } from './bulk-uses.ts';
import type { Mapping } from './column-names.ts';
import { confirmTable } from './confirm-table.ts';
import { editing } from './edit-table.ts';
import { exportPosts, type ExportAsked } from './export-posts.ts';
import { lookOver } from './look-over.ts';
import { hasLevel, presenter } from './present.ts';
import { readTableFile } from './read-file.ts';
import { bulkStore, type SessionRow } from './store.ts';
import { templateFile } from './template-file.ts';

export type OpenAsked = {
  path?: string | undefined;
  assetId?: string | undefined;
  encoding?: TextEncoding | undefined;
};
export type RowsAsked = {
  sessionId: string;
  only?: 'errors' | 'warnings' | 'left-out' | undefined;
  offset?: number | undefined;
  limit?: number | undefined;
};

export type BulkService = ReturnType<typeof bulkService>;

/** Planning by table: look at a file of posts, mend it in place, plan all of it or nothing. */
export function bulkService(tools: FeatureTools, uses: BulkUses) {
  const store = bulkStore(tools.db);
  const look = lookOver(tools, store, uses);
  const present = presenter(tools, store, uses);
  const spoken = (language: Language | undefined): Language => language ?? tools.shopLanguage();

  function findOpen(sessionId: string): SessionRow {
    const session = store.find(sessionId);
    if (!session) throw new Problem('not-found', { what: 'table' });
    if (session.state !== 'open') throw new Problem('table-closed', { name: session.name });
    return session;
  }

  function view(sessionId: string, language?: Language): BulkSession {
    const session = findOpen(sessionId);
    return present.session(session, look(session, spoken(language)));
  }

  async function open(asked: OpenAsked): Promise<string> {
    const asset = asked.assetId === undefined ? undefined : uses.readAsset(asked.assetId);
    const path = asked.path ?? asset?.path;
    if (path === undefined) throw new Problem('not-found', { what: 'file' });
    const { rows, ...read } = await readTableFile({ path, name: asset?.name }, asked.encoding);
    return tools.transact(() => {
      const before = store.open();
      if (before) store.close(before.id, 'discarded', null);
      const id = tools.newId();
      store.insert({ id, ...read, createdAt: tools.clock.now() });
      store.addRows(id, rows);
      tools.events.changed('bulk');
      return id;
    });
  }

  function rowsOf({ sessionId, only, offset = 0, limit = 100 }: RowsAsked, language?: Language) {
    const { rows } = look(findOpen(sessionId), spoken(language));
    const wanted = rows.filter((row) => {
      if (only === 'left-out') return row.stored.leftOut;
      if (only === undefined) return true;
      if (row.stored.leftOut || hasLevel(row, 'error'))
        return !row.stored.leftOut && only === 'errors';
      return only === 'warnings' && hasLevel(row, 'warning');
    });
    const shown = wanted.slice(offset, offset + limit);
    const items = shown.map((row) => present.row(row, spoken(language)));
    return { items, total: wanted.length };
  }

  function rowOf(sessionId: string, row: number, language?: Language): BulkRow {
    const { rows } = look(findOpen(sessionId), spoken(language));
    const found = rows.find((one) => one.stored.row === row);
    if (!found) throw new Problem('not-found', { what: 'row' });
    return present.row(found, spoken(language));
  }

  const change = <T>(name: string, clientId: string | undefined, work: () => T): T =>
    tools.applyOnce(`bulk/${name}`, clientId, () => {
      const answer = work();
      tools.events.changed('bulk');
      return answer;
    });
  const edits = editing(store, findOpen, (session) => look(session, tools.shopLanguage()));

  return {
    open: (asked: OpenAsked, clientId?: string, language?: Language): Promise<BulkSession> =>
      tools
        .applyOnceAsync('bulk/open', clientId, () => open(asked))
        .then((sessionId) => view(sessionId, language)),
    current(language?: Language): { session?: BulkSession } {
      const session = store.open();
      return session ? { session: view(session.id, language) } : {};
    },
    get: view,
    rows: rowsOf,
    setMapping(sessionId: string, mapping: Mapping, clientId?: string, language?: Language) {
      change('setMapping', clientId, () => edits.setMapping(sessionId, mapping));
      return view(sessionId, language);
    },
    setCells(
      asked: { sessionId: string; row: number; cells: Partial<Record<BulkField, string>> },
      clientId?: string,
      language?: Language,
    ) {
      change('setCells', clientId, () => edits.setCells(asked));
      const { sessionId, row } = asked;
      return { session: view(sessionId, language), row: rowOf(sessionId, row, language) };
    },
    replace(
      asked: { sessionId: string; field: BulkField; found: string; by: string },
      clientId?: string,
      language?: Language,
    ) {
      const changed = change('replace', clientId, () => edits.replace(asked));
      return { session: view(asked.sessionId, language), changed };
    },
    fill(
      asked: { sessionId: string; field: BulkField; value: string; rows?: number[] | undefined },
      clientId?: string,
      language?: Language,
    ) {
      const changed = change('fill', clientId, () => edits.fill(asked));
      return { session: view(asked.sessionId, language), changed };
    },
    leaveOut(
      asked: { sessionId: string; rows?: number[] | undefined; leftOut: boolean },
      clientId?: string,
      language?: Language,
    ) {
      change('leaveOut', clientId, () => edits.leaveOut(asked));
      return view(asked.sessionId, language);
    },
    addFiles(sessionId: string, files: NamedMedium[], clientId?: string, language?: Language) {
      change('addFiles', clientId, () => {
        findOpen(sessionId);
        for (const file of files) store.addFile(sessionId, file);
        // Rows that were read name these pictures now.
        tools.events.changed('media');
      });
      return view(sessionId, language);
    },
    confirm: (sessionId: string, clientId?: string, language?: Language) =>
      change('confirm', clientId, () => {
        const session = findOpen(sessionId);
        const looked = look(session, spoken(language));
        return confirmTable({ tools, store, uses }, session, looked, spoken(language));
      }),
    discard: (sessionId: string, clientId?: string) =>
      change('discard', clientId, (): { ok: true } => {
        store.close(findOpen(sessionId).id, 'discarded', null);
        return { ok: true };
      }),
    template: (format: 'csv' | 'xlsx', language?: Language) =>
      templateFile(tools, uses, format, spoken(language)),
    export: (asked: ExportAsked, language?: Language) =>
      exportPosts(tools, uses, asked, spoken(language)),
  };
}
