import { seededFraction } from '../seeded-random.ts';
import type { World } from '../world/world.ts';
import { coversRequest, type SeenRequest } from './edge-pattern.ts';
import { faultMode, type FaultMode } from './fault-modes.ts';

/** Numbers and names that a mode takes. */
export interface FaultOptions {
  ms?: number;
  code?: number;
  subcode?: number;
  minutes?: number;
  seconds?: number;
  status?: number;
  /** How much of an upload arrives before the line is cut. */
  share?: number;
  permission?: string;
  message?: string;
  location?: string;
  isTransient?: boolean;
  userTitle?: string;
  userMessage?: string;
  /** The parameter that a refusal names. */
  blame?: string;
  /** An `error` given although the call was carried out. */
  when?: 'after';
}

/** A fault that strikes the request at hand. */
export interface Strike {
  id: number;
  mode: FaultMode;
  name: string;
  options: FaultOptions;
}

interface FaultRow {
  id: number;
  edge: string;
  mode: string;
  options: string;
  remaining: number | null;
  chance: number | null;
  seed: number;
  seen: number;
  hits: number;
  skip: number;
}

export interface FaultWish {
  edge: string;
  mode: string;
  count?: number;
  chance?: number;
  seed?: number;
  /** Let this many matching requests pass first. */
  skip?: number;
  options: FaultOptions;
}

/** Switches a fault on; answers its number, or undefined when there is no such mode. */
export function addFault(world: World, wish: FaultWish): number | undefined {
  if (faultMode(wish.mode) === undefined) return undefined;
  const counted = wish.count ?? (wish.chance === undefined ? 1 : -1);
  const row = world.get<{ id: number }>(
    `INSERT INTO faults (edge, mode, options, remaining, chance, seed, skip)
     VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id`,
    wish.edge,
    wish.mode,
    JSON.stringify(wish.options),
    counted < 0 ? null : counted,
    wish.chance ?? null,
    wish.seed ?? world.seed,
    wish.skip ?? 0,
  );
  return row?.id;
}

/** Faults as they stand, with how often each struck. */
export function readFaults(world: World): Record<string, unknown>[] {
  return world.all<FaultRow>('SELECT * FROM faults ORDER BY id').map((row) => ({
    id: row.id,
    edge: row.edge,
    mode: row.mode,
    remaining: row.remaining,
    chance: row.chance,
    hits: row.hits,
  }));
}

export function clearFaults(world: World, id?: number): number {
  return id === undefined
    ? world.run('DELETE FROM faults')
    : world.run('DELETE FROM faults WHERE id = ?', id);
}

/** The faults that strike this request. Each counts it, whether by number or by chance. */
export function takeStrikes(
  world: World,
  request: SeenRequest,
  fits: (mode: FaultMode, edge: string) => boolean,
): Strike[] {
  const rows = world.all<FaultRow>(
    'SELECT * FROM faults WHERE remaining IS NULL OR remaining > 0 ORDER BY id',
  );
  return rows.flatMap((row) => {
    const options = JSON.parse(row.options) as FaultOptions;
    const mode = strikingMode(row.mode, options);
    if (mode === undefined || !coversRequest(row.edge, request) || !fits(mode, row.edge)) return [];
    const strikes = row.seen >= row.skip && isDrawn(row);
    world.run(
      `UPDATE faults SET seen = seen + 1, hits = hits + ?1,
       remaining = CASE WHEN remaining IS NULL THEN NULL ELSE remaining - ?1 END WHERE id = ?2`,
      strikes ? 1 : 0,
      row.id,
    );
    if (!strikes) return [];
    return [{ id: row.id, mode, name: row.mode, options }];
  });
}

/** A refusal after the call was carried out lies, whatever its numbers. */
function strikingMode(name: string, options: FaultOptions): FaultMode | undefined {
  const mode = faultMode(name);
  return mode === 'error' && options.when === 'after' ? '400-after' : mode;
}

function isDrawn(row: FaultRow): boolean {
  return (
    row.chance === null ||
    seededFraction(row.seed, 'fault', row.edge, row.mode, row.seen) < row.chance
  );
}
