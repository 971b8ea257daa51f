import type { FeatureTools } from '../db/feature-tools.ts';
import type { FileStore } from './file-store.ts';
import type { Look } from './look.ts';
import {
  createLookIndex,
  type AlikeIds,
  type LookIndex,
  type Near,
  type Seen,
} from './look-index.ts';
import type { WorkerPool } from './worker-pool.ts';
import type { WrittenLook } from './worker/worker-messages.ts';

export type LookLibrary = ReturnType<typeof createLookLibrary>;

type Row = { id: string; print: string; tones: Buffer; widthPx: number; heightPx: number };
/** A photo that comes in, as the library's rows have it. */
type Coming = {
  id: string;
  origin: string;
  widthPx: number | undefined;
  heightPx: number | undefined;
  look?: Look | undefined;
};
type Lacking = { id: string; thumbPlace: string };

// What the studio made of a photo looks like other pictures made of it: only what came in is compared.
const isPhoto = `a.kind = 'photo' AND a.origin <> 'studio' AND a.state = 'ready'`;
const columns = 'a.id, l.print, l.tones, a.width_px AS widthPx, a.height_px AS heightPx';
const lacks = `${isPhoto} AND a.thumb_place IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM asset_looks l WHERE l.asset_id = a.id)`;

export function readLookOf({ print, tones }: WrittenLook): Look {
  return { print, tones: Buffer.from(tones, 'base64') };
}

/** How the photos of the library look: read once when first asked, then kept beside the table. */
export function createLookLibrary(
  tools: Pick<FeatureTools, 'db' | 'events'>,
  { files, workers }: { files: FileStore; workers: WorkerPool },
) {
  const table = lookTable(tools.db);
  let index: LookIndex | undefined;
  let grouped: { size: number; groups: AlikeIds[] } | undefined;

  function opened(): LookIndex {
    if (index) return index;
    index = createLookIndex();
    for (const row of table.all()) index.add(toSeen(row));
    return index;
  }

  function allGroups(): AlikeIds[] {
    const size = opened().size();
    if (grouped?.size !== size) grouped = { size, groups: opened().groups() };
    return grouped.groups;
  }

  /** Looks at the photos that came in before looks were kept, one at a time and behind everything else;
   *  a thumbnail that cannot be read is passed over. */
  async function fill(signal: AbortSignal): Promise<void> {
    let filled = 0;
    for (let next = table.lacking(''); next && !signal.aborted; next = table.lacking(next.id)) {
      const input = { thumbPath: files.fileOf(next.thumbPlace) };
      const written = await workers.run('readLook', input, { signal }).catch(() => undefined);
      // Closed meanwhile: the table is no longer there either.
      if (signal.aborted) return;
      if (!written) continue;
      table.insert(next.id, readLookOf(written));
      const row = table.one(next.id);
      if (row) index?.add(toSeen(row));
      filled++;
    }
    if (filled > 0) tools.events.changed('media');
  }

  return {
    add({ id, look, widthPx = 1, heightPx = 1, origin }: Coming): void {
      if (look && origin !== 'studio') index?.add({ id, ...look, ratio: widthPx / heightPx });
    },
    /** What a photo that is not in the index yet looks like most. */
    nearest({ look, widthPx = 1, heightPx = 1 }: Coming): string | undefined {
      if (!look) return undefined;
      const near = opened().near({ ...look, ratio: widthPx / heightPx });
      return near.find(({ id }) => table.isListed(id))?.id;
    },
    /** What looks like a photo and is listed, the most alike first. */
    near(assetId: string): Near[] {
      const row = table.one(assetId);
      if (!row) return [];
      const near = opened().near(toSeen(row));
      return near.filter(({ id }) => id !== assetId && table.isListed(id));
    },
    /** Photos that look alike and are listed, the most alike first. */
    groups(): AlikeIds[] {
      return allGroups()
        .map(({ ids, score }) => ({ score, ids: ids.filter(table.isListed) }))
        .filter(({ ids }) => ids.length > 1);
    },
    /** How many photos have not been looked at. */
    pending: table.countLacking,
    fill,
  };
}

function lookTable(db: FeatureTools['db']) {
  const all = db.prepare<[], Row>(
    `SELECT ${columns} FROM asset_looks l JOIN assets a ON a.id = l.asset_id WHERE ${isPhoto}`,
  );
  const one = db.prepare<[string], Row>(
    `SELECT ${columns} FROM asset_looks l JOIN assets a ON a.id = l.asset_id WHERE a.id = ?`,
  );
  const isListed = db
    .prepare<[string], 1>(
      `SELECT 1 FROM assets a WHERE a.id = ? AND ${isPhoto} AND a.same_as IS NULL
         AND a.binned_at IS NULL`,
    )
    .pluck();
  const lacking = db.prepare<[string], Lacking>(
    `SELECT a.id, a.thumb_place AS thumbPlace FROM assets a WHERE ${lacks} AND a.id > ?
     ORDER BY a.id LIMIT 1`,
  );
  const count = db.prepare<[], number>(`SELECT count(*) FROM assets a WHERE ${lacks}`).pluck();
  const insert = db.prepare<[string, string, Uint8Array]>(
    'INSERT OR IGNORE INTO asset_looks (asset_id, print, tones) VALUES (?, ?, ?)',
  );
  return {
    all: () => all.all(),
    one: (id: string) => one.get(id),
    isListed: (id: string) => isListed.get(id) === 1,
    lacking: (afterId: string) => lacking.get(afterId),
    countLacking: () => count.get() ?? 0,
    insert: (id: string, { print, tones }: Look) => void insert.run(id, print, tones),
  };
}

function toSeen({ id, print, tones, widthPx, heightPx }: Row): Seen {
  return { id, print, tones, ratio: widthPx / heightPx };
}
