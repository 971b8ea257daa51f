import type {
  FilmProject,
  FilmSources,
  FilmStyleView,
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
import { clipCopyUseCases } from './clip-copies.ts';
import { encoderCases } from './encoders.ts';
import { filmLine } from './film-lines.ts';
import { eachInPieces, filmLooks } from './film-looks.ts';
import { filmOrders } from './film-orders.ts';
import type { FilmsUses } from './films-uses.ts';
import { filmOrder, makeFilm } from './make-film.ts';
import { teaserCases } from './make-teaser.ts';
import { playables } from './playables.ts';
import { renewFilm } from './renew-film.ts';
import { filmStore, type FilmRow, type FilmsWish } from './store.ts';

export type FilmsService = ReturnType<typeof filmsService>;
type Begin = FilmWish & { name?: string | undefined; clientId?: string | undefined };
type Save = {
  id: string;
  version: number;
  name?: string | undefined;
  film?: unknown;
  clientId?: string | undefined;
};

const batchesShown = 50;
/** Films looked through for changed products; those changed last. */
const mostLookedAt = 300;

/** Videos that can go on being changed, and the files made of them. */
export function filmsService(tools: FeatureTools, uses: FilmsUses) {
  const store = filmStore(tools.db);
  const encoders = encoderCases(tools, uses.library);
  const teasers = teaserCases({ tools, uses, store });

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

  /** The film of a wish as it would be begun now, and as it is kept. */
  function plan(wish: FilmWish, language: Language): { film: Film; title: string | undefined } {
    const slots = uses.fillSlots(wish, language);
    const fresh = freshFilm(styleOf(wish.styleId), slots);
    const film = { ...fresh, showPrices: wish.showPrice ?? true };
    return { film: JSON.parse(JSON.stringify(film)) as Film, title: slots.items[0]?.title };
  }

  function add(
    name: string,
    film: Film,
    productIds: string[],
    its: Partial<FilmRow> = {},
  ): FilmRow {
    const row: FilmRow = {
      ...{ id: tools.newId(), name, film, productIds, version: 1, updatedAt: tools.clock.now() },
      ...its,
    };
    store.insert(row);
    tools.events.changed('creations');
    return row;
  }

  function begin({ name, clientId, ...wish }: Begin, language: Language): FilmProject {
    const style = styleOf(wish.styleId);
    return tools.applyOnce('films/begin', clientId, () => {
      const { film } = plan(wish, language);
      const productIds = [...new Set(wish.productIds)];
      return view(add(name ?? style.names[language], film, productIds, { begun: { wish, film } }));
    });
  }

  /** What its products would say and show today; the film itself where that is nothing else, or where
   *  they are gone. */
  function renewed(row: FilmRow): { film: Film; fresh: Film | undefined } {
    const { film, begun } = row;
    if (!begun) return { film, fresh: undefined };
    try {
      const fresh = plan(begun.wish, film.language).film;
      return { film: renewFilm(film, begun.film, fresh), fresh };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return { film, fresh: undefined };
    }
  }
  const orders = filmOrders({ tools, uses, store, compose, plan, add, renewed });
  const { looksOther } = filmLooks({ uses, store, compose });
  const isChanged = (row: FilmRow): boolean => renewed(row).film !== row.film || looksOther(row);

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

  function mark(done: boolean): { ok: true } {
    if (!done) throw new Problem('not-found');
    tools.events.changed('creations');
    return { ok: true };
  }

  return {
    styles: (language: Language): { items: FilmStyleView[] } => ({
      items: filmStyles.map((style) => ({
        ...{ id: style.id, name: style.names[language] },
        ...{ formats: [...style.formats], roles: [...style.roles] },
        slots: Object.fromEntries(style.roles.map((role) => [role, [...slotsOfRole(style, role)]])),
      })),
    }),
    async list(wish: FilmsWish, language: Language) {
      const { items, ...rest } = store.list(wish);
      const line = (row: FilmRow) => filmLine({ uses, store, isChanged }, row, language);
      return { items: await eachInPieces(items, line), ...rest };
    },
    get(id: string): FilmProject {
      const row = known(id);
      const jobId = orders.underway(row);
      return { ...view(row), ...(jobId !== undefined && { jobId }) };
    },
    begin,
    save,
    batches: (language: Language) => ({
      items: store.batches(batchesShown).map(({ createdAt, ...batch }) => ({
        ...batch,
        name: findFilmStyle(batch.styleId)?.names[language] ?? batch.styleId,
        createdAt: new Date(createdAt).toISOString(),
      })),
    }),
    async changed(): Promise<{ filmIds: string[] }> {
      const rows = store.withFiles(mostLookedAt);
      const told = await eachInPieces(rows, (row) => (isChanged(row) ? [row.id] : []));
      return { filmIds: told.flat() };
    },
    ...orders,
    ...clipCopyUseCases(tools, uses),
    duplicate: (id: string, name?: string, clientId?: string): FilmProject =>
      tools.applyOnce('films/duplicate', clientId, () => {
        const row = known(id);
        const { begun } = row;
        return view(add(name ?? row.name, row.film, row.productIds, { begun }));
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
      tools.applyOnce('films/render', clientId, () => ({
        jobId: orders.order(known(id), formats),
      })),
    teaser: teasers.order,
    encoders,
    /** For the one queue of videos: does this job make a film, or a teaser of one? */
    isOurs: (input: unknown): boolean =>
      filmOrder.safeParse(input).success || teasers.isOurs(input),
    runner: (run: JobRun): Promise<void> =>
      teasers.isOurs(run.input)
        ? teasers.runner(run)
        : makeFilm(
            { tools, uses, store, encoders, compose: ({ film }, format) => compose(film, format) },
            run,
          ),
  };
}

function at({ updatedAt }: { updatedAt: number }): string {
  return new Date(updatedAt).toISOString();
}

function view({ id, name, version, film, productIds, updatedAt }: FilmRow): FilmProject {
  return { id, name, version, film, productIds, updatedAt: at({ updatedAt }) };
}
