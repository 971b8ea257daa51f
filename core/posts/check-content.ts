import type { Check, PostContent } from '../../shared/contract/posts.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import type { AccountFact, AssetFact } from '../../shared/facts.ts';
import { checkPost } from '../../shared/rules/check-post.ts';
import type {
  CheckedAccount,
  CheckedMedia,
  CheckedProduct,
} from '../../shared/rules/post-check-types.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import { captionsOf, printOf } from './post-content.ts';
import type { PostsUses } from './posts-uses.ts';
import type { PostStore } from './store.ts';

const week = 7 * 86_400_000;

export type CheckContent = (
  content: PostContent,
  postId: string | undefined,
  language: Language,
) => Check[];

/** Gathers what the checks need to know and puts their verdicts into words. */
export function contentChecker(
  tools: FeatureTools,
  store: Pick<PostStore, 'idsWithPrint'>,
  uses: PostsUses,
): CheckContent {
  /** Names of the post's accounts on which the same appeared within seven days (F51). */
  function postedBefore(content: PostContent, postId: string | undefined): string[] {
    if (content.media.length === 0 && content.caption.trim() === '') return [];
    const postIds = store.idsWithPrint(printOf(content), postId ?? '');
    if (postIds.length === 0) return [];
    const since = tools.clock.now() - week;
    const seen = new Set(
      uses.targets
        .list({ postIds })
        .filter(
          ({ state, publishedAt, dueAt, removedAt, live }) =>
            state === 'published' &&
            removedAt === undefined &&
            live?.isGone !== true &&
            Date.parse(publishedAt ?? dueAt) > since,
        )
        .map((target) => target.accountId),
    );
    return content.accountIds.flatMap((id) =>
      seen.has(id) ? [uses.readAccount(id)?.name ?? ''] : [],
    );
  }

  return (content, postId, language) => {
    const accounts = [...new Set(content.accountIds)].flatMap((id) => uses.readAccount(id) ?? []);
    const findings = checkPost({
      kind: content.kind ?? 'post',
      captions: captionsOf(content),
      media: content.media.map((medium) => checkedMedia(medium, uses.readAsset(medium.assetId))),
      link: content.link?.trim() ?? '',
      firstComment: content.firstComment?.trim() ?? '',
      accounts: accounts.map(checkedAccount),
      unknownAccounts: new Set(content.accountIds).size - accounts.length,
      products: checkedProducts(content, uses),
      convertsPhotos: uses.convertsPhotos,
      postedBefore: postedBefore(content, postId),
      collaborators: content.collaborators,
      coverMs: content.coverMs,
      hasCover: content.coverAssetId !== undefined,
    });
    return findings.map(({ params, ...finding }) => ({
      ...finding,
      text: tools.say(language, `checks:${finding.code}`, params),
    }));
  };
}

function checkedMedia(
  medium: PostContent['media'][number],
  asset: AssetFact | undefined,
): CheckedMedia {
  const isKnown = asset?.kind === 'photo' || asset?.kind === 'video';
  return {
    kind: isKnown ? (asset.kind as 'photo' | 'video') : 'missing',
    name: asset?.name ?? '',
    mime: asset?.mime ?? '',
    widthPx: asset?.widthPx ?? 0,
    heightPx: asset?.heightPx ?? 0,
    durationMs: asset?.durationMs ?? 0,
    sizeBytes: asset?.sizeBytes ?? 0,
    film: asset?.film,
    alt: medium.alt ?? '',
    tags: medium.tags ?? [],
  };
}

function checkedAccount(account: AccountFact): CheckedAccount {
  const { id, network, name, health, catalogueRemoteId } = account;
  return { id, network, name, health, hasCatalogue: catalogueRemoteId !== undefined };
}

function checkedProducts(
  content: PostContent,
  uses: Pick<PostsUses, 'readProducts'>,
): Map<string, CheckedProduct> {
  const ids = content.media.flatMap((medium) => (medium.tags ?? []).map((tag) => tag.productId));
  if (ids.length === 0) return new Map();
  return new Map(
    uses.readProducts([...new Set(ids)]).map((product) => [
      product.id,
      {
        id: product.id,
        title: product.title,
        hasPhoto: product.photoAssetIds.length > 0,
        link: product.link ?? '',
        stock: product.stock,
      },
    ]),
  );
}
