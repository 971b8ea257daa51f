import type {
  FilmProject,
  FilmSources,
  FilmStyleView,
  FilmSummary,
  FilmWish,
} from '../../shared/contract/films.ts';
import { Problem } from '../../shared/contract/problem.ts';
import type { Format, Language } from '../../shared/contract/shapes.ts';
import { composeFilm } from '../../shared/scene/film/compose-film.ts';
import type { Film } from '../../shared/scene/film/film.ts';
import { slotsOfRole } from '../../shared/scene/film/film-style.ts';
import { freshFilm } from '../../shared/scene/film/fresh-film.ts';
import { readFilm } from '../../shared/scene/film/read-film.ts';
import { filmStyles, findFilmStyle } from '../../shared/scene/film/styles.ts';
import type { Scene } from '../../shared/scene/scene.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import type { JobRun } from '../jobs/job-types.ts';
import type { FilmsUses } from './films-uses.ts';
import { filmOrder, makeFilm } from './make-film.ts';
import { filmStore, type FilmLine, type FilmRow } from './store.ts';

export type FilmsService = ReturnType<typeof filmsService>;
type Begin = FilmWish & { name?: string | undefined; clientId?: string | undefined };
type Save = {
  id: string;
  version: number;
  name?: string | undefined;
  film?: unknown;
  clientId?: string | undefined;
};

/** Videos that can go on being changed, and the files made of them. */
export function filmsService(tools: FeatureTools, uses: FilmsUses) {
  const store = filmStore(tools.db);

  function known(id: string): FilmRow {
    const row = store.find(id);
    if (!row) throw new Problem('not-found');
    return row;
  }

  function styleOf(styleId: string) {
    const style = findFilmStyle(styleId);
    if (!style) throw new Problem('template-unknown');
    return style;
  }

  function compose(film: Film, format: Format): Scene {
    const style = styleOf(film.styleId);
    if (!style.formats.includes(format)) throw new Problem('format-missing', { format });
    const { facts } = uses;
    return uses.finish(composeFilm(film, format, { style, facts, brand: uses.brand() }));
  }

  function add(name: string, film: Film, productIds: string[]): FilmRow {
    const row = {
      id: tools.newId(),
      name,
      film,
      productIds,
      version: 1,
      updatedAt: tools.clock.now(),
    };
    store.insert(row);
    tools.events.changed('creations');
    return row;
  }

  function begin({ name, clientId, ...wish }: Begin, language: Language): FilmProject {
    const style = styleOf(wish.styleId);
    return tools.applyOnce('films/begin', clientId, () => {
      const fresh = freshFilm(style, uses.fillSlots(wish, language));
      const film = { ...fresh, showPrices: wish.showPrice ?? true };
      return view(add(name ?? style.names[language], film, [...new Set(wish.productIds)]));
    });
  }

  function save({ id, version, name, film, clientId }: Save) {
    return tools.applyOnce('films/save', clientId, () => {
      const before = known(id);
      if (before.version !== version) throw new Problem('film-changed');
      const next: FilmRow = {
        ...before,
        ...(name === undefined ? {} : { name }),
        ...(film === undefined ? {} : { film: readFilm(film) }),
        ...{ version: version + 1, updatedAt: tools.clock.now() },
      };
      styleOf(next.film.styleId);
      store.update(next);
      tools.events.changed('creations');
      return { id, version: next.version, updatedAt: at(next) };
    });
  }

  function enqueue(row: FilmRow, wished: Format[]): string {
    const formats = [...new Set(wished)];
    // What can be refused at once is refused here.
    for (const format of formats) compose(row.film, format);
    const input = { film: { id: row.id, formats } };
    return uses.jobs.enqueue({ kind: 'video', title: row.name, total: formats.length, input });
  }

  function mark(done: boolean): { ok: true } {
    if (!done) throw new Problem('not-found');
    tools.events.changed('creations');
    return { ok: true };
  }

  /** One film for each product; those whose photos do not serve are left out and named. */
  function batch(
    { formats, clientId, ...wish }: FilmWish & { formats: Format[]; clientId?: string | undefined },
    language: Language,
  ) {
    const style = styleOf(wish.styleId);
    return tools.applyOnce('films/batch', clientId, () => {
      const made = { jobIds: [] as string[], filmIds: [] as string[], skipped: [] as string[] };
      for (const productId of new Set(wish.productIds)) {
        try {
          const slots = uses.fillSlots({ ...wish, productIds: [productId] }, language);
          const film = { ...freshFilm(style, slots), showPrices: wish.showPrice ?? true };
          const row = add(slots.items[0]?.title.slice(0, 120) ?? style.names[language], film, [
            productId,
          ]);
          made.jobIds.push(enqueue(row, formats));
          made.filmIds.push(row.id);
        } catch (error) {
          if (!(error instanceof Problem)) throw error;
          made.skipped.push(productId);
        }
      }
      return made;
    });
  }

  return {
    styles: (language: Language): { items: FilmStyleView[] } => ({
      items: filmStyles.map((style) => ({
        ...{ id: style.id, name: style.names[language] },
        ...{ formats: [...style.formats], roles: [...style.roles] },
        slots: Object.fromEntries(style.roles.map((role) => [role, [...slotsOfRole(style, role)]])),
      })),
    }),
    list(query: Parameters<typeof store.list>[0]) {
      const { items, ...rest } = store.list(query);
      return { items: items.map(lineView), ...rest };
    },
    get: (id: string): FilmProject => view(known(id)),
    begin,
    save,
    batch,
    duplicate: (id: string, name?: string, clientId?: string): FilmProject =>
      tools.applyOnce('films/duplicate', clientId, () => {
        const row = known(id);
        return view(add(name ?? row.name, row.film, row.productIds));
      }),
    remove: (id: string, clientId?: string): { ok: true } =>
      tools.applyOnce('films/remove', clientId, () => mark(store.remove(id, tools.clock.now()))),
    restore: (id: string, clientId?: string): { ok: true } =>
      tools.applyOnce('films/restore', clientId, () => mark(store.restore(id))),
    preview(
      film: unknown,
      format: Format,
      maxSidePx: number | undefined,
      language: Language,
    ): FilmSources {
      const scene = compose(readFilm(film), format);
      const { sources } = uses.sceneSources(scene, maxSidePx);
      return { scene, sources, ...playables(scene, uses), notes: uses.notesOf(scene, language) };
    },
    render: (id: string, formats: Format[], clientId?: string): { jobId: string } =>
      tools.applyOnce('films/render', clientId, () => ({ jobId: enqueue(known(id), formats) })),
    /** For the one queue of videos: does this job make a film? */
    isOurs: (input: unknown): boolean => filmOrder.safeParse(input).success,
    runner: (run: JobRun): Promise<void> =>
      makeFilm({ tools, uses, store, compose: ({ film }, format) => compose(film, format) }, run),
  };
}

/** Addresses of the clips and sounds that a scene names and that are still there. */
function playables(
  scene: Scene,
  { facts, music }: FilmsUses,
): Pick<FilmSources, 'clips' | 'sounds' | 'music'> {
  const clips: FilmSources['clips'] = {};
  for (const layer of scene.layers) {
    const clip = layer.kind === 'clip' ? facts.clip(layer.clipId) : undefined;
    if (layer.kind !== 'clip' || !clip) continue;
    const { widthPx, heightPx, durationMs } = clip;
    clips[layer.clipId] = { url: `/media/${layer.clipId}`, widthPx, heightPx, durationMs };
  }
  const sounds: FilmSources['sounds'] = {};
  for (const { assetId } of scene.sounds ?? []) sounds[assetId] = `/media/${assetId}`;
  const trackId = scene.audio?.trackId;
  if (trackId?.startsWith('asset:')) sounds.music = `/media/${trackId.slice('asset:'.length)}`;
  else if (trackId) sounds.music = `/media/tracks/${trackId}`;
  const track = trackId?.startsWith('asset:') === false ? music(trackId) : undefined;
  if (!track) return { clips, sounds };
  const { durationMs, shape } = track;
  return { clips, sounds, music: { durationMs, ...(shape && { shape }) } };
}

function at({ updatedAt }: { updatedAt: number }): string {
  return new Date(updatedAt).toISOString();
}

function view(row: FilmRow): FilmProject {
  return { ...row, updatedAt: at(row) };
}

function lineView({ coverId, ...line }: FilmLine): FilmSummary {
  const cover = coverId === undefined ? {} : { coverUrl: `/media/${coverId}/thumb` };
  return { ...line, updatedAt: at(line), ...cover };
}
