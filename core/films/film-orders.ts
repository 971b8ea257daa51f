import type { FilmWish } from '../../shared/contract/films.ts';
import { Problem } from '../../shared/contract/problem.ts';
import type { Format, Language } from '../../shared/contract/shapes.ts';
import type { Film } from '../../shared/scene/film/film.ts';
import type { Scene } from '../../shared/scene/scene.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import type { FilmsUses } from './films-uses.ts';
import type { FilmRow, FilmStore } from './store.ts';

type Uses = {
  tools: FeatureTools;
  uses: FilmsUses;
  store: FilmStore;
  compose: (film: Film, format: Format) => Scene;
  plan: (wish: FilmWish, language: Language) => { film: Film; title: string | undefined };
  add: (name: string, film: Film, productIds: string[], its: Partial<FilmRow>) => FilmRow;
  renewed: (row: FilmRow) => { film: Film; fresh: Film | undefined };
};
type BatchWish = FilmWish & { formats: Format[]; clientId?: string | undefined };

const longestName = 120;

/** What is ordered of films: their videos, one film for each product, films made again, and an end to it. */
export function filmOrders({ tools, uses, store, compose, plan, add, renewed }: Uses) {
  function order(row: FilmRow, wished: Format[]): string {
    const formats = [...new Set(wished)];
    // What can be refused at once is refused here.
    for (const format of formats) compose(row.film, format);
    const input = { film: { id: row.id, formats } };
    const job = { kind: 'video' as const, title: row.name, total: formats.length, input };
    const jobId = uses.jobs.enqueue(job);
    store.order(row.id, { jobId, formats });
    tools.events.changed('creations');
    return jobId;
  }

  /** One film for each product; those whose photos do not serve are left out and named. */
  function batch({ formats, clientId, ...wish }: BatchWish, language: Language) {
    return tools.applyOnce('films/batch', clientId, () => {
      const batchId = tools.newId();
      const jobIds: string[] = [];
      const filmIds: string[] = [];
      const skipped = leftOut(wish.productIds, (productId) => {
        const own = { ...wish, productIds: [productId] };
        const { film, title } = plan(own, language);
        const name = (title ?? '').trim().slice(0, longestName) || wish.styleId;
        const row = add(name, film, [productId], { begun: { wish: own, film }, batchId });
        jobIds.push(order(row, formats));
        filmIds.push(row.id);
      });
      return { jobIds, filmIds, skipped, ...(filmIds.length > 0 && { batchId }) };
    });
  }

  /** Makes films again as their products are today. A film that is being made is left at that, unless it
   *  would show something of before. */
  function again(filmIds: readonly string[], clientId?: string) {
    return tools.applyOnce('films/again', clientId, () => {
      const jobIds: string[] = [];
      const skipped = leftOut(filmIds, (id) => {
        const row = store.find(id);
        if (!row) throw new Problem('not-found');
        const formats = row.ordered?.formats ?? formatsMade(row);
        if (formats.length === 0) throw new Problem('format-missing', { format: '' });
        stopOne(row);
        jobIds.push(order(renew(row), formats));
      });
      return { jobIds, skipped };
    });
  }

  function renew(row: FilmRow): FilmRow {
    const { film, fresh } = renewed(row);
    if (film === row.film) return row;
    const begun = row.begun && fresh ? { ...row.begun, film: fresh } : row.begun;
    const next = { ...row, film, begun, version: row.version + 1, updatedAt: tools.clock.now() };
    store.update(next);
    return next;
  }

  function formatsMade({ id }: FilmRow): Format[] {
    return [...new Set(store.filesOf(id).map(({ format }) => format))];
  }

  /** The order that waits or runs. */
  function underway({ ordered }: FilmRow): string | undefined {
    const job = ordered?.jobId === undefined ? undefined : uses.jobs.get(ordered.jobId, 'fr');
    return job?.state === 'queued' || job?.state === 'running' ? job.jobId : undefined;
  }

  function stopOne(row: FilmRow): boolean {
    const jobId = underway(row);
    if (jobId !== undefined) uses.jobs.cancel(jobId);
    return jobId !== undefined;
  }

  function stop(filmIds: readonly string[], clientId?: string): { stopped: number } {
    return tools.applyOnce('films/stop', clientId, () => {
      const rows = filmIds.flatMap((id) => store.find(id) ?? []);
      // Those that wait go first: what runs would only make room for the next of them.
      const stopped = rows.toReversed().filter(stopOne).length;
      if (stopped > 0) tools.events.changed('creations');
      return { stopped };
    });
  }

  return { order, batch, again, stop, underway };
}

/** Does it for each; answers those for which it was refused. */
function leftOut(ids: readonly string[], run: (id: string) => void): string[] {
  const skipped: string[] = [];
  for (const id of new Set(ids)) {
    try {
      run(id);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      skipped.push(id);
    }
  }
  return skipped;
}
