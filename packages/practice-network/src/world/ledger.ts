import type { World } from './world.ts';

/** Everything a customer could see, or stop seeing. */
export type EffectKind =
  | 'fb-post'
  | 'fb-photo'
  | 'fb-video'
  | 'fb-reel'
  | 'fb-story'
  | 'ig-media'
  | 'ig-story'
  | 'comment'
  | 'reply'
  | 'private-reply'
  | 'message'
  | 'hide'
  | 'unhide'
  | 'like'
  | 'unlike'
  | 'edit'
  | 'delete'
  | 'tag';

export interface EffectDetails {
  pageId?: string;
  igId?: string;
  postId?: string;
  photoIds?: string[];
  videoId?: string;
  containerId?: string;
  parentId?: string;
  rootId?: string;
  text?: string;
  productType?: string;
  /** `api`, `scheduler`, `persona` or `control`. */
  by: string;
}

export interface Effect extends EffectDetails {
  n: number;
  at: string;
  kind: string;
  objectId: string;
}

/** Notes a visible effect, in the transaction that brings it about. */
export function noteEffect(
  world: World,
  kind: EffectKind,
  objectId: string,
  details: EffectDetails,
  at: number = world.clock.now(),
): void {
  world.run(
    'INSERT INTO ledger (at, kind, object_id, details) VALUES (?, ?, ?, ?)',
    Math.round(at),
    kind,
    objectId,
    JSON.stringify(details),
  );
}

/** Visible effects in the order they came about, from number `after` on. */
export function readLedger(world: World, after = 0): Effect[] {
  interface Row {
    n: number;
    at: number;
    kind: string;
    object_id: string;
    details: string;
  }
  return world.all<Row>('SELECT * FROM ledger WHERE n > ? ORDER BY n', after).map((row) => ({
    n: row.n,
    at: new Date(row.at).toISOString(),
    kind: row.kind,
    objectId: row.object_id,
    ...(JSON.parse(row.details) as EffectDetails),
  }));
}
