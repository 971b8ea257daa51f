import type { Db } from './transact.ts';

/** Small JSON values by key, as `line.wanted` or `library.mode`. */
export type Settings = {
  get<T>(key: string): T | undefined;
  set(key: string, value: unknown): void;
};

export function createSettings(db: Db): Settings {
  const read = db.prepare<[string], { value: string }>('SELECT value FROM settings WHERE key = ?');
  const write = db.prepare<[string, string]>(
    'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  );
  return {
    get<T>(key: string) {
      const row = read.get(key);
      return row ? (JSON.parse(row.value) as T) : undefined;
    },
    set(key, value) {
      write.run(key, JSON.stringify(value));
    },
  };
}
