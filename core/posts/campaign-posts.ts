import type { PostTile } from '../../shared/contract/posts.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import type { PostFact } from '../../shared/facts.ts';
import { campaignLink } from '../../shared/rules/campaign-link.ts';
import { postFact } from './post-content.ts';
import { findPost, type PostParts } from './post-parts.ts';
import type { PostTiles } from './post-tiles.ts';
import type { PostRow } from './store.ts';

export type CampaignMove = { postId: string; campaignId: string | null };

/** What campaigns ask of posts, and what a post takes from its campaign. */
export function campaignPosts({ tools, store, uses }: PostParts, tiles: PostTiles) {
  /** The parameters of the campaign go out with the link, which only Facebook takes. */
  function linkOf({ campaignId, content, title }: PostRow): string | undefined {
    const campaign = campaignId === null ? undefined : uses.readCampaign(campaignId);
    if (!content.link || !campaign) return content.link || undefined;
    return campaignLink(content.link, campaign, { network: 'facebook', title });
  }

  return {
    /** For publishing: the post as it stands; undefined once removed. */
    readPost(postId: string): PostFact | undefined {
      const row = store.find(postId);
      return row && { ...postFact(row), link: linkOf(row) };
    },
    /** For campaigns, in their transaction; answers where each post was. */
    assignCampaign(moves: readonly CampaignMove[]): CampaignMove[] {
      const before = moves.map(({ postId }) => ({
        postId,
        campaignId: findPost(store, postId).campaignId,
      }));
      for (const { postId, campaignId } of moves) store.setCampaign(postId, campaignId);
      tools.events.changed('posts');
      return before;
    },
    tilesOfCampaign: (campaignId: string, limit: number, language: Language): PostTile[] =>
      tiles(store.ofCampaign(campaignId, limit), language),
  };
}
