import type { FilmFile, FilmSummary } from '../../shared/contract/films.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import { coverForPost } from '../../shared/scene/film/film-cover.ts';
import { filmDurationMs } from '../../shared/scene/film/film.ts';
import type { FilmsUses } from './films-uses.ts';
import type { FilmRow, FilmStore } from './store.ts';

type Uses = {
  uses: FilmsUses;
  store: FilmStore;
  /** Would it say, show or look otherwise if it were made today? */
  isChanged: (row: FilmRow) => boolean;
};

/** A film as lists show it: its files, what is being made of it, and whether its products changed. */
export function filmLine(
  { uses, store, isChanged: looksChanged }: Uses,
  row: FilmRow,
  language: Language,
): FilmSummary {
  const { id, name, version, productIds, batchId, film } = row;
  const files = filesOf(uses, store, row);
  const [first] = files;
  const cover = coverForPost(film);
  const picture = cover && 'coverAssetId' in cover ? cover.coverAssetId : undefined;
  const own = picture === undefined ? undefined : uses.library.readAsset(picture);
  const coverUrl = own?.thumbUrl ?? first?.thumbUrl;
  const isChanged = files.length > 0 && looksChanged(row);
  const job = jobOf(uses, row, language);
  return {
    ...{ id, name, version, productIds, files, isChanged },
    styleId: film.styleId,
    durationMs: filmDurationMs(film),
    updatedAt: new Date(row.updatedAt).toISOString(),
    ...(coverUrl === undefined ? {} : { coverUrl }),
    ...(batchId === undefined ? {} : { batchId }),
    ...(job && { job }),
    ...(cover && { cover }),
  };
}

/** The latest of each format that is still in the library, the first format of the order first. */
function filesOf({ library }: FilmsUses, store: FilmStore, row: FilmRow): FilmFile[] {
  const files = new Map<string, FilmFile>();
  for (const { assetId, format, version } of store.filesOf(row.id)) {
    if (files.has(format)) continue;
    const asset = library.readAsset(assetId);
    if (!asset) continue;
    const { widthPx = 0, heightPx = 0, durationMs = 0, url, thumbUrl } = asset;
    const isOutdated = version !== null && version !== row.version;
    files.set(format, {
      ...{ assetId, format, url, thumbUrl, widthPx, heightPx, durationMs, isOutdated },
    });
  }
  const order: readonly string[] = row.ordered?.formats ?? [];
  const placeOf = ({ format }: FilmFile) =>
    order.includes(format) ? order.indexOf(format) : order.length;
  return [...files.values()].toSorted((a, b) => placeOf(a) - placeOf(b));
}

function jobOf({ jobs }: FilmsUses, { ordered }: FilmRow, language: Language): FilmSummary['job'] {
  const job = ordered?.jobId === undefined ? undefined : jobs.get(ordered.jobId, language);
  if (!job) return undefined;
  const { jobId, state, progressFrac, secondsLeft, code, problem } = job;
  return {
    ...{ jobId, state, progressFrac },
    ...(secondsLeft === undefined ? {} : { secondsLeft }),
    ...(code === undefined ? {} : { code }),
    ...(problem && { problem }),
  };
}
