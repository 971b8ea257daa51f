import type { Check, PostContent } from '../../shared/contract/posts.ts';
import { Problem } from '../../shared/contract/problem.ts';
import type { Language, Network } from '../../shared/contract/shapes.ts';
import { postFact, printOf, productIdsOf, titleOf } from './post-content.ts';
import type { PostsUses } from './posts-uses.ts';
import { findPost, graceMsOf, type PostParts } from './post-parts.ts';
import type { PostRow } from './store.ts';

export type SavePost = PostContent & {
  postId: string;
  version?: number | undefined;
  graceMinutes?: number | undefined;
};
type Written = { postId: string; version: number; checks: Check[] };

/** Creating, saving and copying posts. Saving checks but never refuses for what a network would not
 *  take: a draft may be wrong for as long as its merchant likes. */
export function writeDrafts({ tools, store, uses, checkContent }: PostParts) {
  const answer = (row: PostRow, language: Language | undefined): Written => ({
    postId: row.id,
    version: row.version,
    checks: checkContent(row.content, row.id, language ?? tools.shopLanguage()),
  });

  function write(row: PostRow, isNew: boolean): void {
    const title = titleOf(row.content, { asset: uses.readAsset, products: uses.readProducts });
    const productIds = productIdsOf(row.content, uses.readAsset);
    store[isNew ? 'insert' : 'update']({ ...row, title }, printOf(row.content), productIds);
    tools.events.changed('posts');
  }

  function insertNew({ campaignId: asked, ...content }: PostContent): PostRow {
    const campaignId = campaignAfter(uses, null, asked);
    const row: PostRow = {
      id: tools.newId(),
      content,
      title: '',
      version: 1,
      graceMinutes: null,
      campaignId,
      plan: undefined,
      updatedAt: tools.clock.now(),
    };
    write(row, true);
    return row;
  }

  function change({ postId, version, graceMinutes, campaignId, ...content }: SavePost): PostRow {
    const before = findPost(store, postId);
    if (version !== undefined && version !== before.version)
      throw new Problem('conflict', { what: 'post', version: before.version });
    refuseFixed(uses, postId);
    const row: PostRow = {
      ...before,
      // Who does not say leaves these as they are.
      content: {
        ...content,
        kind: content.kind ?? before.content.kind,
        handOver: content.handOver ?? before.content.handOver,
      },
      version: before.version + 1,
      graceMinutes: graceMinutes ?? before.graceMinutes,
      campaignId: campaignAfter(uses, before.campaignId, campaignId),
      updatedAt: tools.clock.now(),
    };
    write(row, false);
    // What is late, failed or missed keeps its state until the merchant says when it goes out.
    if (row.plan && row.plan.at > tools.clock.now()) {
      uses.targets.plan(postFact(row), row.plan.at, graceMsOf(row, uses));
      tools.events.changed('targets');
    }
    return row;
  }

  /** Of a post that is out: its plan and its targets stay as they are. */
  function setWords(postId: string, network: Network, text: string): void {
    const before = findPost(store, postId);
    const content = withWords(uses, before.content, network, text);
    write({ ...before, content, version: before.version + 1, updatedAt: tools.clock.now() }, false);
  }

  return {
    setWords,
    create: (content: PostContent, clientId?: string, language?: Language): Written =>
      tools.applyOnce('posts/create', clientId, () => answer(insertNew(content), language)),
    save: (input: SavePost, clientId?: string, language?: Language): Written =>
      tools.applyOnce('posts/save', clientId, () => answer(change(input), language)),
    duplicate: (postId: string, clientId?: string): { postId: string } =>
      tools.applyOnce('posts/duplicate', clientId, () => {
        const { content, campaignId } = findPost(store, postId);
        return { postId: insertNew({ ...content, campaignId }).id };
      }),
  };
}

/** The common caption where it is that network's alone. */
function withWords(
  uses: Pick<PostsUses, 'readAccount'>,
  content: PostContent,
  network: Network,
  text: string,
): PostContent {
  const isAlone = content.accountIds.every((id) => uses.readAccount(id)?.network === network);
  if (isAlone && content.captions?.[network] === undefined) return { ...content, caption: text };
  return { ...content, captions: { ...content.captions, [network]: text } };
}

/** A campaign that is gone stays with the posts it had, for the day it is restored. */
function campaignAfter(
  uses: Pick<PostsUses, 'readCampaign'>,
  before: string | null,
  asked: string | null | undefined,
): string | null {
  if (asked === undefined || asked === before) return before;
  if (asked !== null && !uses.readCampaign(asked))
    throw new Problem('not-found', { what: 'campaign' });
  return asked;
}

/** A post on its way, or out everywhere, no longer changes: the words on the network would differ. */
function refuseFixed(uses: PostsUses, postId: string): void {
  const targets = uses.targets.list({ postId }).filter((target) => target.state !== 'cancelled');
  const isOut = targets.length > 0 && targets.every((target) => target.state === 'published');
  if (isOut || uses.targets.isLocked(postId)) throw new Problem('post-not-editable', { postId });
}
