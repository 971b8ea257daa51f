import { Problem } from '../../shared/contract/problem.ts';
import type { UndoneBatch } from '../../shared/contract/posts.ts';
import type { Series } from '../../shared/contract/series.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import { captionTemplates } from './caption-templates.ts';
import { editItems, type Redraw } from './edit-items.ts';
import { chosenItems, findSeries, pictureOrder, type SeriesParts } from './series-parts.ts';
import { seriesViews } from './series-view.ts';
import type { SeriesUses } from './series-uses.ts';
import { picturesSettler } from './settle-pictures.ts';
import { startSeries } from './start-series.ts';
import { seriesStore } from './store.ts';

export type SeriesService = ReturnType<typeof seriesService>;

type Some = { seriesId: string; productIds: string[] };

const recentShown = 10;

/** Posts made from products: pictures and words from templates, looked at together, then scheduled. */
export function seriesService(tools: FeatureTools, uses: SeriesUses) {
  const store = seriesStore(tools.db);
  const settler = picturesSettler({ tools, store, uses });
  const views = seriesViews(store, uses);
  let isClosed = false;

  function follow(jobId: string): void {
    const settle = () => (isClosed ? undefined : settler.settleJob(jobId));
    // After the transaction that orders the job, which is still open now.
    queueMicrotask(() => void uses.whenJobEnded(jobId).then(settle).catch(uses.report));
  }

  const parts: SeriesParts = { tools, store, uses, follow };

  const redraw: Redraw = (series, productIds, templateId) => {
    const { picture } = series.wish;
    const kind = picture.kind === 'photos' ? 'single' : picture.kind;
    const wish = { ...picture, kind, templateId: templateId ?? picture.templateId };
    const order = pictureOrder(wish, productIds);
    if (!order) throw new Problem('template-unknown');
    const jobId = uses.renderPictures(order);
    for (const item of chosenItems(store, series.id, productIds))
      store.putItem({ ...item, jobId, problem: null });
    follow(jobId);
    return jobId;
  };

  function exclude({ seriesId, productIds, excluded }: Some & { excluded: boolean }): { ok: true } {
    findSeries(store, seriesId);
    for (const item of chosenItems(store, seriesId, productIds)) {
      if (item.isExcluded === excluded) continue;
      if (item.postId !== null) uses.posts[excluded ? 'remove' : 'restore'](item.postId);
      store.putItem({ ...item, isExcluded: excluded });
    }
    tools.events.changed('series');
    return { ok: true };
  }

  function schedule({ seriesId, productIds }: Some, language: Language) {
    const series = findSeries(store, seriesId);
    const { zone } = series;
    const drafts = chosenItems(store, seriesId, productIds).filter(
      (item) => views.viewItem(series, item, language).state === 'draft',
    );
    const byPost = new Map(drafts.map((item) => [item.postId ?? '', item]));
    const moves = drafts.flatMap(({ postId, at }) =>
      postId === null ? [] : { postId, at: new Date(at).toISOString(), zone },
    );
    const { moved, refused } = uses.posts.replan(moves, undefined, language);
    tools.events.changed('series');
    return {
      scheduled: moved.length,
      refused: refused.map(({ postId, title, text }) => ({
        productId: byPost.get(postId)?.productId ?? '',
        title,
        text,
      })),
      undo: moved.map((one) => one.before),
    };
  }

  function discard(seriesId: string, language: Language): UndoneBatch {
    const series = findSeries(store, seriesId);
    const answer: UndoneBatch = { changed: 0, stayed: [] };
    for (const item of store.items(seriesId)) {
      const { state, title } = views.viewItem(series, item, language);
      if (item.postId === null || state === 'excluded' || state === 'gone') continue;
      if (state === 'out') {
        const text = tools.say(language, 'posts:batch.out');
        answer.stayed.push({ postId: item.postId, title, text });
        continue;
      }
      uses.posts.remove(item.postId);
      store.putItem({ ...item, isExcluded: true });
      answer.changed += 1;
    }
    tools.events.changed('series');
    return answer;
  }

  return {
    ...captionTemplates(tools),
    ...startSeries(parts, settler),
    ...editItems(parts, views, redraw),
    get: (seriesId: string, language: Language): Series =>
      views.view(findSeries(store, seriesId), language),
    recent: () => ({
      items: store.recent(recentShown).map(({ id, startedAt, count }) => ({
        seriesId: id,
        startedAt: new Date(startedAt).toISOString(),
        count,
      })),
    }),
    /** For tiles of the plan. */
    stalePrices: views.stalePrices,
    exclude: (asked: Some & { excluded: boolean }, clientId?: string) =>
      tools.applyOnce('series/exclude', clientId, () => exclude(asked)),
    redraw: (asked: Some & { templateId?: string | undefined }, clientId?: string) =>
      tools.applyOnce('series/redraw', clientId, () => {
        const { seriesId, productIds, templateId } = asked;
        const jobId = redraw(findSeries(store, seriesId), productIds, templateId);
        tools.events.changed('series');
        return { jobId };
      }),
    schedule: (asked: Some, clientId: string | undefined, language: Language) =>
      tools.applyOnce('series/schedule', clientId, () => schedule(asked, language)),
    discard: (seriesId: string, clientId: string | undefined, language: Language) =>
      tools.applyOnce('series/discard', clientId, () => discard(seriesId, language)),
    /** Takes up what another start of the studio was waiting for. */
    resume: (): void => store.openJobs().forEach(follow),
    close: (): void => {
      isClosed = true;
    },
  };
}
