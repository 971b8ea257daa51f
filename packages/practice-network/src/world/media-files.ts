import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { copyFileSync, existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFile } from 'node:fs/promises';
import type { World } from './world.ts';

/** How long an address of a picture stays good. */
const addressLifeMs = 4 * 86_400_000;

/** Keeps bytes under their own hash; answers the file's name. */
export function keepBytes(world: World, bytes: Buffer, extension: string): string {
  const name = `${createHash('sha256').update(bytes).digest('hex').slice(0, 40)}.${extension}`;
  const target = join(world.dir, 'media', name);
  if (!existsSync(target)) {
    writeFileSync(`${target}.part`, bytes);
    renameSync(`${target}.part`, target);
  }
  return name;
}

/** Moves a finished upload among the kept files under a name of ours. */
export function keepFile(world: World, path: string, name: string): string {
  const target = join(world.dir, 'media', name);
  // Moved before a crash that came ahead of the row: finishing again finds it in its place.
  if (!existsSync(path) && existsSync(target)) return name;
  try {
    renameSync(path, target);
  } catch {
    // The upload may lie on another disk.
    copyFileSync(path, target);
    rmSync(path, { force: true });
  }
  return name;
}

export function mediaPath(world: World, name: string): string {
  return join(world.dir, 'media', name);
}

/** Where an upload in pieces grows. */
export function growingPath(world: World, id: string): string {
  return join(world.dir, 'media', `${id}.growing`);
}

export function readKept(world: World, name: string): Promise<Buffer> {
  return readFile(mediaPath(world, name));
}

function cdnKey(world: World): string {
  return (JSON.parse(world.readMeta('identity') ?? '{}') as { cdnKey: string }).cdnKey;
}

function signature(world: World, name: string, variant: string, until: string): string {
  const text = `${name}|${variant}|${until}`;
  return createHmac('sha256', cdnKey(world)).update(text).digest('hex').slice(0, 32);
}

/** A signed address that lapses, as those of the real picture servers do. */
export function cdnAddress(world: World, name: string, nowMs: number, widthPx?: number): string {
  // Rounded to the hour so that the same picture has the same address for a while.
  const until = Math.ceil((nowMs + addressLifeMs) / 3_600_000) * 3600;
  const oe = until.toString(16).toUpperCase();
  const variant = widthPx === undefined ? 'o' : `w${widthPx}`;
  const search = new URLSearchParams({
    _nc_cat: '1',
    stp: variant,
    oh: signature(world, name, variant, oe),
    oe,
  });
  return `${world.origin()}/cdn/v/t39/${name}?${search.toString()}`;
}

/** Whether an address was made by us for this file and is still good. */
export function mayFetch(world: World, name: string, search: URLSearchParams): boolean {
  const oe = search.get('oe') ?? '';
  const given = Buffer.from(search.get('oh') ?? '');
  const right = Buffer.from(signature(world, name, search.get('stp') ?? '', oe));
  if (given.length !== right.length || !timingSafeEqual(given, right)) return false;
  return Number.parseInt(oe, 16) * 1000 > world.clock.now();
}
