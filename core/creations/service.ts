import type { Creation, CreationSource, CreationSummary } from '../../shared/contract/creations.ts';
import { Problem } from '../../shared/contract/problem.ts';
import type { Format, Language } from '../../shared/contract/shapes.ts';
import type { AssetFact } from '../../shared/facts.ts';
import { readScene } from '../../shared/scene/read-scene.ts';
import { formatSizes, type Scene } from '../../shared/scene/scene.ts';

import type { FeatureTools } from '../db/feature-tools.ts';
import type { JobQueue, JobRun } from '../jobs/job-types.ts';
import { creationOrder, makeCreation, type MakingLibrary } from './make-creation.ts';
import { creationStore, type CreationLine, type CreationRow, type Scenes } from './store.ts';

export type FillWish = {
  templateId: string;
  productIds: string[];
  options?: CreationSource['options'];
  format: Format;
};

export type CreationsUses = {
  library: MakingLibrary;
  jobs: Pick<JobQueue, 'enqueue'>;
  /** A template filled with products and words. */
  fillScene: (wish: FillWish, language: Language) => Scene;
  /** Addresses of a scene's photos, by the keys of their requests. */
  sceneSources: (
    scene: Scene,
    maxSidePx?: number,
  ) => { sources: Record<string, string>; missing: string[] };
  /** What a fresh picture stands on. */
  paper: () => string;
};
export type CreationsService = ReturnType<typeof creationsService>;

type Begin = {
  name?: string | undefined;
  formats: Format[];
  source?: CreationSource | undefined;
  clientId?: string | undefined;
};
type Save = {
  id: string;
  version: number;
  name?: string | undefined;
  scenes?: Partial<Record<Format, unknown>> | undefined;
  removed?: Format[] | undefined;
  source?: CreationSource | undefined;
  clientId?: string | undefined;
};

const nothing: CreationSource = { productIds: [] };

/** Pictures that can go on being changed, and the files made of them. */
export function creationsService(tools: FeatureTools, uses: CreationsUses) {
  const store = creationStore(tools.db);
  const { library, jobs } = uses;

  function known(id: string): CreationRow {
    const row = store.find(id);
    if (!row) throw new Problem('not-found');
    return row;
  }

  function add(name: string, scenes: Scenes, source: CreationSource): Creation {
    const row: CreationRow = {
      ...{ id: tools.newId(), name, scenes, source, version: 1 },
      updatedAt: tools.clock.now(),
    };
    store.insert(row);
    tools.events.changed('creations');
    return view(row);
  }

  function fill(source: CreationSource, formats: Format[], language: Language): Scenes {
    const { templateId, productIds, options } = source;
    if (!templateId) throw new Problem('template-unknown');
    const scenes: Scenes = {};
    for (const format of new Set(formats))
      scenes[format] = uses.fillScene({ templateId, productIds, options, format }, language);
    return scenes;
  }

  function begin({ name, formats, source = nothing, clientId }: Begin, language: Language) {
    const empty = (): Scenes =>
      Object.fromEntries(formats.map((format) => [format, emptyScene(format, uses.paper())]));
    return tools.applyOnce('creations/begin', clientId, () => {
      const scenes = source.templateId ? fill(source, formats, language) : empty();
      return add(name ?? tools.say(language, 'editor:untitled'), scenes, source);
    });
  }

  function open(assetId: string, clientId?: string): Creation {
    return tools.applyOnce('creations/open', clientId, () => {
      const creationId = store.creationOf(assetId);
      if (creationId) return view(known(creationId));
      const asset = library.readAsset(assetId);
      if (!asset) throw new Problem('not-found');
      const name = asset.name.replace(/\.\w{2,5}$/, '');
      const source = { productIds: asset.productIds };
      const scene = store.sceneOfAsset(assetId);
      if (!scene) return add(name, photoScenes(asset, uses.paper()), source);
      const read = readStill(scene);
      return add(name, { [read.format]: read }, source);
    });
  }

  function save({ id, version, clientId, ...change }: Save) {
    return tools.applyOnce('creations/save', clientId, () => {
      const before = known(id);
      if (before.version !== version) throw new Problem('creation-changed');
      const scenes: Scenes = { ...before.scenes };
      for (const [format, scene] of Object.entries(change.scenes ?? {}))
        scenes[format as Format] = readFor(format as Format, scene);
      for (const format of change.removed ?? []) delete scenes[format];
      const { name, source } = before;
      const next: CreationRow = {
        ...{ id, scenes, version: version + 1, updatedAt: tools.clock.now() },
        ...{ name: change.name ?? name, source: change.source ?? source },
      };
      store.update(next);
      tools.events.changed('creations');
      return { id, version: next.version, updatedAt: at(next) };
    });
  }

  function mark(done: boolean): { ok: true } {
    if (!done) throw new Problem('not-found');
    tools.events.changed('creations');
    return { ok: true };
  }

  function render(id: string, wished: Format[] | undefined, clientId?: string): { jobId: string } {
    return tools.applyOnce('creations/render', clientId, () => {
      const { name, scenes } = known(id);
      const all = Object.keys(scenes) as Format[];
      const formats = [...new Set(wished ?? all)];
      const missing = formats.find((format) => !scenes[format]);
      if (missing || formats.length === 0)
        throw new Problem('format-missing', { format: missing ?? '' });
      const input = { creation: { id, formats } };
      return {
        jobId: jobs.enqueue({ kind: 'pictures', title: name, total: formats.length, input }),
      };
    });
  }

  return {
    list(query: Parameters<typeof store.list>[0]) {
      const { items, ...rest } = store.list(query);
      return { items: items.map(lineView), ...rest };
    },
    get: (id: string): Creation => view(known(id)),
    begin,
    open,
    save,
    duplicate: (id: string, name?: string, clientId?: string): Creation =>
      tools.applyOnce('creations/duplicate', clientId, () => {
        const row = known(id);
        return add(name ?? row.name, row.scenes, row.source);
      }),
    remove: (id: string, clientId?: string): { ok: true } =>
      tools.applyOnce('creations/remove', clientId, () =>
        mark(store.remove(id, tools.clock.now())),
      ),
    restore: (id: string, clientId?: string): { ok: true } =>
      tools.applyOnce('creations/restore', clientId, () => mark(store.restore(id))),
    render,
    fill: (source: CreationSource, formats: Format[], language: Language) => ({
      scenes: fill(source, formats, language),
    }),
    sources: (scene: unknown, maxSidePx?: number) => uses.sceneSources(readStill(scene), maxSidePx),
    /** For the one queue of pictures: does this job make a creation? */
    isOurs: (input: unknown): boolean => creationOrder.safeParse(input).success,
    runner: (run: JobRun): Promise<void> => makeCreation({ tools, library, store }, run),
  };
}

/** Creations stand still: films are made otherwise. */
function readStill(value: unknown): Scene {
  const scene = readScene(value);
  if (scene.durationMs !== 0) throw new Problem('scene-invalid', { where: 'durationMs' });
  return scene;
}

function readFor(format: Format, scene: unknown): Scene {
  const read = readStill(scene);
  if (read.format !== format) throw new Problem('scene-invalid', { where: 'format' });
  return read;
}

function emptyScene(format: Format, paper: string): Scene {
  return { format, ...formatSizes[format], durationMs: 0, background: paper, layers: [] };
}

const firstFormats: readonly Format[] = ['1:1', '4:5', '9:16'];

/** A photo that fills the picture in every usual format, as it is worked in the library. */
function photoScenes({ id, kind, work }: AssetFact, paper: string): Scenes {
  if (kind !== 'photo') throw new Problem('invalid-input', { fields: 'assetId' });
  const scenes: Scenes = {};
  for (const format of firstFormats) {
    const box = { xPx: 0, yPx: 0, ...formatSizes[format] };
    const photo = { id: 'own-photo', kind: 'photo' as const, photoId: id, box };
    const layers = [{ ...photo, ...(work && { work }) }];
    scenes[format] = { ...emptyScene(format, paper), layers };
  }
  return scenes;
}

function at({ updatedAt }: { updatedAt: number }): string {
  return new Date(updatedAt).toISOString();
}

function view(row: CreationRow): Creation {
  return { ...row, updatedAt: at(row) };
}

function lineView({ coverId, ...line }: CreationLine): CreationSummary {
  const cover = coverId === undefined ? {} : { coverUrl: `/media/${coverId}/thumb` };
  return { ...line, updatedAt: at(line), ...cover };
}
