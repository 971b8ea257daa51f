import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { rename, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { readWorkParam, type PhotoWork } from '../../shared/scene/photo-work/photo-work.ts';
import type { FileStore } from './file-store.ts';
import type { ClipCopies } from './keep-clip-copies.ts';
import type { SoundTraces } from './keep-sound-traces.ts';
import type { Thumbnails } from './keep-thumbnails.ts';
import { readTracks } from './read-tracks.ts';
import { removeOldest } from './remove-oldest.ts';
import type { AssetStore, StoredAsset } from './store.ts';
import type { WorkerPool } from './worker-pool.ts';
import type { WorkerOps } from './worker/worker-messages.ts';

export type Located = { file: string; mime: string; name: string };
type ScaleInput = WorkerOps['scalePhoto']['input'];

type LocateUses = {
  store: AssetStore;
  files: FileStore;
  workers: WorkerPool;
  thumbnails: Pick<Thumbnails, 'of'>;
  traces: SoundTraces;
  clipCopies: Pick<ClipCopies, 'fileOf'>;
  dataDir: string;
  resourcesDir: string;
  fontsDir: string;
};

const side = z.coerce.number().int().min(1).max(4096);
const offset = z.coerce.number().int().min(0).max(20_000);
const length = z.coerce.number().int().min(1).max(20_000);
const scaling = z.object({
  w: side,
  h: side,
  left: offset.optional(),
  top: offset.optional(),
  cw: length.optional(),
  ch: length.optional(),
  contain: z.literal('1').optional(),
  grey: z.literal('1').optional(),
  paper: z
    .string()
    .regex(/^[0-9a-fA-F]{6}$/)
    .optional(),
});

const frac = z.coerce.number().min(0).max(1);
const working = z.object({
  w: side,
  h: side,
  x: frac,
  y: frac,
  crop: z
    .string()
    .transform((text) => text.split(',').map(Number))
    .pipe(z.array(z.number().min(0).max(1)).length(4))
    .transform(([xFrac = 0, yFrac = 0, widthFrac = 1, heightFrac = 1]) => ({
      xFrac,
      yFrac,
      widthFrac,
      heightFrac,
    }))
    .optional(),
  flip: z.literal('1').optional(),
  grey: z.literal('1').optional(),
  paper: z.string().regex(/^[0-9a-fA-F]{6}$/),
  work: z
    .string()
    .max(16_000)
    .transform((text, context) => readWorkParam(text) ?? context.addIssue('no work'))
    .pipe(z.custom<PhotoWork>((work) => typeof work === 'object'))
    .optional(),
});

const address = /^\/media\/([0-9a-f-]{36})\/(original|thumb|scaled|worked|peaks|play|steady)$/;
const fontAddress = /^\/media\/fonts\/([0-9a-f-]{36})$/;
const trackAddress = /^\/media\/tracks\/([a-z0-9-]{1,40})(\/peaks)?$/;

/** Scaled photos kept for previews; the oldest go when there are more. */
const maxCached = 400;

/** Finds the file behind a media address. Everything is looked up by id, so that no path can be asked
 *  for; what does not read as an address is not there. */
export function createLocate(uses: LocateUses) {
  const { store, files, workers, thumbnails, fontsDir } = uses;
  const cacheDir = join(uses.dataDir, 'cache', 'scaled');
  const musicDir = join(uses.resourcesDir, 'music');
  mkdirSync(cacheDir, { recursive: true });
  const making = new Map<string, Promise<Located | undefined>>();

  async function locate(pathname: string, search: URLSearchParams): Promise<Located | undefined> {
    const track = trackAddress.exec(pathname);
    if (track?.[1]) return locateTrack(track[1], track[2] !== undefined);
    const font = fontAddress.exec(pathname)?.[1];
    if (font) return existing({ file: join(fontsDir, font), mime: 'font/ttf', name: font });
    const [, id = '', part] = address.exec(pathname) ?? [];
    const asset = resolve(store, id);
    if (!asset) return undefined;
    const { name, mime } = asset;
    if (part === 'original') return existing({ file: files.fileOf(asset.place), mime, name });
    if (part === 'thumb') return thumbnails.of(asset);
    if (part === 'play' || part === 'steady')
      return existing({ file: uses.clipCopies.fileOf(asset, part), mime: 'video/mp4', name });
    if (part === 'peaks') return locateTrace(asset);
    if (asset.kind !== 'photo') return undefined;
    const asked = Object.fromEntries(search);
    if (part === 'scaled') return locateScaled(asset, scaling.safeParse(asked).data, scaleInput);
    if (part === 'worked') return locateScaled(asset, working.safeParse(asked).data, workInput);
    return undefined;
  }

  async function locateScaled<Asked>(
    asset: StoredAsset,
    asked: Asked | undefined,
    inputOf: (path: string, outPath: string, asked: Asked) => ScaleInput,
  ) {
    if (asked === undefined) return undefined;
    const key = createHash('sha256').update(JSON.stringify(asked)).digest('hex').slice(0, 24);
    const file = join(cacheDir, `${asset.hash.slice(0, 32)}-${key}.png`);
    const found = { file, mime: 'image/png', name: asset.name };
    const kept = await existing(found);
    if (kept) {
      await utimes(file, new Date(), new Date()).catch(() => {});
      return kept;
    }
    const alongside = making.get(file);
    if (alongside) return alongside;
    const input = inputOf(files.fileOf(asset.place), file, asked);
    const made = makeScaled(input, found).finally(() => making.delete(file));
    making.set(file, made);
    return made;
  }

  async function makeScaled(input: ScaleInput, found: Located): Promise<Located | undefined> {
    const outPath = `${found.file}.part`;
    await workers.run('scalePhoto', { ...input, outPath }, { urgent: true });
    await rename(outPath, found.file);
    await removeOldest(cacheDir, maxCached, Math.floor(maxCached * 0.8));
    return found;
  }

  async function locateTrack(id: string, isTrace: boolean): Promise<Located | undefined> {
    const track = readTracks(musicDir).find((one) => one.id === id);
    if (!track) return undefined;
    const path = join(musicDir, track.file);
    if (!isTrace) return existing({ file: path, mime: 'audio/mp4', name: track.file });
    const { size, mtimeMs } = await stat(path);
    return traced(path, `${id}-${size}-${Math.round(mtimeMs)}`, track.file);
  }

  async function locateTrace({ kind, place, hash, name }: StoredAsset) {
    if (kind !== 'audio' && kind !== 'video') return undefined;
    return traced(files.fileOf(place), hash.slice(0, 32), name);
  }

  async function traced(path: string, key: string, name: string): Promise<Located> {
    return { file: await uses.traces.of(path, key), mime: 'application/json', name };
  }

  return locate;
}

/** An upload that turned out to be in the library already answers as that asset. */
export function resolve(store: AssetStore, id: string): StoredAsset | undefined {
  const asset = store.find(id);
  return asset?.sameAs ? store.find(asset.sameAs) : asset;
}

function scaleInput(path: string, outPath: string, asked: z.infer<typeof scaling>): ScaleInput {
  const { w, h, left = 0, top = 0, cw, ch } = asked;
  return {
    path,
    outPath,
    widthPx: w,
    heightPx: h,
    ...(cw && ch ? { crop: { leftPx: left, topPx: top, widthPx: cw, heightPx: ch } } : {}),
    ...(asked.contain ? { contain: true } : {}),
    ...(asked.grey ? { grey: true } : {}),
    ...(asked.paper ? { paper: `#${asked.paper}` } : {}),
  };
}

function workInput(path: string, outPath: string, asked: z.infer<typeof working>): ScaleInput {
  const { w: widthPx, h: heightPx, x, y, crop, flip, grey, paper, work } = asked;
  const size = { widthPx, heightPx };
  const worked = {
    ...size,
    focus: { xFrac: x, yFrac: y },
    crop,
    flip: flip && ('x' as const),
    tone: grey && ('grey' as const),
    work,
  };
  return { path, outPath, ...size, paper: `#${paper}`, worked };
}

async function existing(found: Located): Promise<Located | undefined> {
  return stat(found.file).then(
    () => found,
    () => undefined,
  );
}
