import type { Strike } from '../faults/fault-store.ts';
import type { Value, World } from './world.ts';

const keptLines = 20_000;
const secretNames =
  /^(access_token|input_token|fb_exchange_token|client_secret|appsecret_proof|code)$/;

/** Notes a request the moment it comes; answers its line. */
export function noteRequest(
  world: World,
  method: string,
  path: string,
  strikes: readonly Strike[],
): number {
  const row = world.get<{ n: number }>(
    "INSERT INTO journal (at, method, path, params, fault) VALUES (?, ?, ?, '{}', ?) RETURNING n",
    Math.round(world.clock.now()),
    method,
    path,
    strikes.length === 0 ? null : strikes.map((strike) => strike.mode).join(','),
  );
  const n = row?.n ?? 0;
  if (n % 1000 === 0) world.run('DELETE FROM journal WHERE n <= ?', n - keptLines);
  return n;
}

/** Adds what was asked and answered; tokens never enter the journal. */
export function finishJournal(
  world: World,
  line: number,
  status: number,
  values: Readonly<Record<string, unknown>>,
): void {
  const shown = Object.entries(values).map(([name, value]) => [
    name,
    secretNames.test(name) ? '…' : redactText(value),
  ]);
  const row = world.get<{ method: string; path: string }>(
    'UPDATE journal SET status = ?, params = ? WHERE n = ? RETURNING method, path',
    status,
    JSON.stringify(Object.fromEntries(shown)),
    line,
  );
  if (row !== undefined) world.record?.(row.method, row.path, values);
}

function redactText(value: unknown): unknown {
  const text = JSON.stringify(value ?? null).replaceAll(/EAAPRACTICE\w+/g, '…');
  return JSON.parse(text) as unknown;
}

interface JournalRow {
  n: number;
  at: number;
  method: string;
  path: string;
  params: string;
  status: number | null;
  fault: string | null;
}

/** Requests in the order they came, from line `after` on. */
export function readJournal(world: World, after = 0): Record<string, unknown>[] {
  const values: Value[] = [after];
  return world
    .all<JournalRow>('SELECT * FROM journal WHERE n > ? ORDER BY n', ...values)
    .map((row) => ({
      n: row.n,
      at: new Date(row.at).toISOString(),
      method: row.method,
      path: row.path,
      params: JSON.parse(row.params) as unknown,
      status: row.status,
      ...(row.fault === null ? {} : { fault: row.fault }),
    }));
}
