import type { Network } from '../../shared/contract/shapes.ts';
import type { AccountFact } from '../../shared/facts.ts';
import type { Db } from '../db/transact.ts';
import type { Capability, MissingCapability } from './capabilities.ts';

export type StoredAccount = AccountFact & {
  userRemoteId: string;
  graphUrl: string;
  can: Capability[];
  missing: MissingCapability[];
  healthCode?: string;
  healthUntil?: number;
};

export type AccountToSave = Omit<StoredAccount, 'id' | 'health' | 'healthCode' | 'healthUntil'>;

type Row = {
  id: string;
  network: Network;
  remote_id: string;
  name: string;
  username: string | null;
  page_remote_id: string;
  user_remote_id: string;
  catalogue_remote_id: string | null;
  graph_url: string;
  is_practice: number;
  can: string;
  missing: string;
  health: AccountFact['health'];
  health_code: string | null;
  health_until: number | null;
};

const columns = `id, network, remote_id, name, username, page_remote_id, user_remote_id,
  catalogue_remote_id, graph_url, is_practice, can, missing, health, health_code, health_until`;

export type AccountStore = ReturnType<typeof accountStore>;

/** Accounts in the order in which they were connected; disconnected ones are out of sight. */
export function accountStore(db: Db) {
  const all = db.prepare<[], Row>(
    `SELECT ${columns} FROM accounts WHERE disconnected_at IS NULL
     ORDER BY connected_at, network, name`,
  );
  const one = db.prepare<[string], Row>(
    `SELECT ${columns} FROM accounts WHERE id = ? AND disconnected_at IS NULL`,
  );
  const upsert = db.prepare(`
    INSERT INTO accounts (${columns}, connected_at)
    VALUES (@id, @network, @remoteId, @name, @username, @pageRemoteId, @userRemoteId,
      @catalogueRemoteId, @graphUrl, @isPractice, @can, @missing, 'ok', NULL, NULL, @now)
    ON CONFLICT (network, remote_id) DO UPDATE SET
      name = excluded.name, username = excluded.username,
      page_remote_id = excluded.page_remote_id, user_remote_id = excluded.user_remote_id,
      catalogue_remote_id = excluded.catalogue_remote_id, graph_url = excluded.graph_url,
      is_practice = excluded.is_practice, can = excluded.can, missing = excluded.missing,
      health = 'ok', health_code = NULL, health_until = NULL, disconnected_at = NULL`);
  const writeHealth = db.prepare<[string, string | null, number | null, string]>(
    'UPDATE accounts SET health = ?, health_code = ?, health_until = ? WHERE id = ?',
  );
  const writeCapabilities = db.prepare<[string, string, string]>(
    'UPDATE accounts SET can = ?, missing = ? WHERE id = ?',
  );
  const move = db.prepare<[string]>(
    'UPDATE accounts SET graph_url = ? WHERE is_practice = 1 AND disconnected_at IS NULL',
  );
  const disconnect = db.prepare<[number, string]>(
    'UPDATE accounts SET disconnected_at = ? WHERE id = ? AND disconnected_at IS NULL',
  );

  return {
    list: (): StoredAccount[] => all.all().map(toAccount),
    find(id: string): StoredAccount | undefined {
      const row = one.get(id);
      return row && toAccount(row);
    },
    /** Also brings back one that was disconnected, under its old id. Its health is well again. */
    save(id: string, account: AccountToSave, now: number): void {
      upsert.run({
        ...account,
        id,
        username: account.username ?? null,
        catalogueRemoteId: account.catalogueRemoteId ?? null,
        isPractice: account.practice ? 1 : 0,
        can: JSON.stringify(account.can),
        missing: JSON.stringify(account.missing),
        now,
      });
    },
    setHealth(id: string, health: AccountFact['health'], code?: string, until?: number): void {
      writeHealth.run(health, code ?? null, until ?? null, id);
    },
    setCapabilities(id: string, can: Capability[], missing: MissingCapability[]): void {
      writeCapabilities.run(JSON.stringify(can), JSON.stringify(missing), id);
    },
    /** The practice network stands at another address after a restart. */
    movePractice: (graphUrl: string): void => void move.run(graphUrl),
    disconnect: (id: string, now: number): void => void disconnect.run(now, id),
  };
}

function toAccount(row: Row): StoredAccount {
  return {
    id: row.id,
    network: row.network,
    remoteId: row.remote_id,
    name: row.name,
    ...(row.username !== null && { username: row.username }),
    pageRemoteId: row.page_remote_id,
    userRemoteId: row.user_remote_id,
    ...(row.catalogue_remote_id !== null && { catalogueRemoteId: row.catalogue_remote_id }),
    graphUrl: row.graph_url,
    practice: row.is_practice === 1,
    can: JSON.parse(row.can) as Capability[],
    missing: JSON.parse(row.missing) as MissingCapability[],
    health: row.health,
    ...(row.health_code !== null && { healthCode: row.health_code }),
    ...(row.health_until !== null && { healthUntil: row.health_until }),
  };
}
