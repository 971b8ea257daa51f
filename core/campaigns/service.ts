import type { Campaign, CampaignContent } from '../../shared/contract/campaigns.ts';
import type { PostTile } from '../../shared/contract/posts.ts';
import { Problem } from '../../shared/contract/problem.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import type { OwnUtm } from '../../shared/rules/campaign-link.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import { goalProgress } from './goal-progress.ts';
import { campaignStore, type CampaignRow } from './store.ts';

type CampaignMove = { postId: string; campaignId: string | null };

/** What campaigns ask of posts; open-features hands it over. */
export type CampaignsUses = {
  /** Answers where each post was before. */
  assignCampaign: (moves: readonly CampaignMove[]) => CampaignMove[];
  tilesOfCampaign: (campaignId: string, limit: number, language: Language) => PostTile[];
};
export type CampaignsService = ReturnType<typeof campaignsService>;

const mostTiles = 500;

/** Names, dates and goals over posts. */
export function campaignsService(tools: FeatureTools, uses: CampaignsUses) {
  const store = campaignStore(tools.db);

  function findRow(id: string): CampaignRow {
    const row = store.find(id);
    if (!row) throw new Problem('not-found', { what: 'campaign' });
    return row;
  }

  function view({ archivedAt, updatedAt, ...row }: CampaignRow): Campaign {
    const posts = store.countPosts(row.id);
    const counts = {
      ...posts,
      planned: posts.posts - posts.drafts - posts.published,
      comments: store.countComments(row.id),
    };
    return {
      ...row,
      isArchived: archivedAt !== null,
      counts,
      progress: goalProgress(row.goal, counts),
      updatedAt: new Date(updatedAt).toISOString(),
    };
  }

  function put(row: Omit<CampaignRow, 'updatedAt'>): Campaign {
    if (row.endsOn < row.startsOn) throw new Problem('campaign-dates');
    store.put({ ...row, updatedAt: tools.clock.now() });
    tools.events.changed('campaigns');
    return view(findRow(row.id));
  }

  function setRemoved(id: string, removedAt: number | null): void {
    if (!store.setRemoved(id, removedAt)) throw new Problem('not-found', { what: 'campaign' });
    tools.events.changed('campaigns');
  }

  function assign(moves: readonly CampaignMove[]): { before: CampaignMove[] } {
    const ids = new Set(moves.flatMap(({ campaignId }) => campaignId ?? []));
    for (const id of ids) findRow(id);
    const before = uses.assignCampaign(moves);
    tools.events.changed('campaigns');
    return { before };
  }

  return {
    list: (archived = false): Campaign[] => store.list(archived).map(view),
    get: (campaignId: string, language?: Language): Campaign & { tiles: PostTile[] } => ({
      ...view(findRow(campaignId)),
      tiles: uses.tilesOfCampaign(campaignId, mostTiles, language ?? tools.shopLanguage()),
    }),
    create: (content: CampaignContent, clientId?: string): Campaign =>
      tools.applyOnce('campaigns/create', clientId, () =>
        put({ ...content, id: tools.newId(), archivedAt: null }),
      ),
    save: (campaignId: string, content: CampaignContent, clientId?: string): Campaign =>
      tools.applyOnce('campaigns/save', clientId, () => {
        const { archivedAt } = findRow(campaignId);
        return put({ ...content, id: campaignId, archivedAt });
      }),
    archive: (campaignId: string, archived: boolean, clientId?: string): Campaign =>
      tools.applyOnce('campaigns/archive', clientId, () =>
        put({ ...findRow(campaignId), archivedAt: archived ? tools.clock.now() : null }),
      ),
    remove: (campaignId: string, clientId?: string): { ok: true } =>
      tools.applyOnce('campaigns/remove', clientId, () => {
        findRow(campaignId);
        setRemoved(campaignId, tools.clock.now());
        return { ok: true };
      }),
    restore: (campaignId: string, clientId?: string): Campaign =>
      tools.applyOnce('campaigns/restore', clientId, () => {
        setRemoved(campaignId, null);
        return view(findRow(campaignId));
      }),
    assign: (moves: readonly CampaignMove[], clientId?: string) =>
      tools.applyOnce('campaigns/assign', clientId, () => assign(moves)),
    /** For posts: what their links take from it. */
    readCampaign(campaignId: string): { name: string; utm: OwnUtm } | undefined {
      const row = store.find(campaignId);
      return row && { name: row.name, utm: row.utm ?? {} };
    },
  };
}
