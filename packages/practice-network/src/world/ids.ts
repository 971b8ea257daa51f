import type { Tables, World } from './world.ts';

export type NodeKind =
  | 'app'
  | 'user'
  | 'page'
  | 'post'
  | 'photo'
  | 'video'
  | 'comment'
  | 'ig'
  | 'container'
  | 'media'
  | 'igcomment'
  | 'catalog'
  | 'business'
  | 'product'
  | 'conversation'
  | 'message';

// Instagram's and the catalogue's ids pass 2^53, as the real ones do: keep ids as text.
const starts: Record<string, bigint> = {
  app: 138_400_000_000_001n,
  user: 102_290_000_000_001n,
  page: 104_600_000_000_001n,
  business: 930_100_000_000_001n,
  post: 122_093_712_345_678_901n,
  photo: 122_093_800_000_000_001n,
  video: 880_200_000_000_001n,
  session: 990_100_000_000_001n,
  comment: 900_100_000_000_001n,
  ig: 17_841_400_000_000_001n,
  container: 17_889_000_000_000_001n,
  media: 17_900_000_000_000_009n,
  igcomment: 18_010_000_000_000_001n,
  catalog: 960_100_000_000_001n,
  batch: 1n,
  product: 9_231_775_643_511_089n,
  conversation: 122_104_000_000_000_001n,
  person: 5_123_000_000_000_001n,
  igperson: 1_784_300_000_000_001n,
};

/** The next id of a kind; `by` lets ids jump a little, as real ones do. */
export function nextId(tables: Pick<Tables, 'get' | 'run'>, name: keyof typeof starts): string {
  const row = tables.get<{ value: number }>('SELECT value FROM counters WHERE name = ?', name);
  const step = (row?.value ?? 0) + 1;
  tables.run(
    'INSERT INTO counters VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
    name,
    step,
  );
  const start = starts[name];
  if (start === undefined) throw new Error(`no ids of ${name}`);
  return String(start + BigInt(step - 1) * 7n);
}

/** A new id that names a node of this kind from now on. */
export function newNode(
  world: Pick<World, 'get' | 'run'>,
  kind: NodeKind,
  spell: (id: string) => string = (id) => id,
): string {
  const id = spell(nextId(world, kind));
  world.run('INSERT INTO nodes VALUES (?, ?)', id, kind);
  return id;
}

/** What an id names. A comment may be spelled with or without the post before its `_`. */
export function resolveNode(
  world: Pick<World, 'get'>,
  id: string,
): { id: string; kind: NodeKind } | undefined {
  const find = (spelling: string): { id: string; kind: NodeKind } | undefined =>
    world.get('SELECT id, kind FROM nodes WHERE id = ?', spelling);
  const exact = find(id);
  if (exact !== undefined) return exact;
  const tail = id.slice(id.lastIndexOf('_') + 1);
  const byTail = tail === id ? undefined : find(tail);
  return byTail?.kind === 'comment' ? byTail : undefined;
}
