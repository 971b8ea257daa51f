import { createHash } from 'node:crypto';
import type { PostContent } from '../../shared/contract/posts.ts';
import type { Network } from '../../shared/contract/shapes.ts';
import type { AssetFact, PostFact, ProductFact } from '../../shared/facts.ts';
import { firstLine } from '../../shared/rules/caption.ts';
import { linkHost } from '../../shared/rules/check-words.ts';

/** The common caption, or the one a network has for itself. */
export function captionFor(content: PostContent, network: Network): string {
  return content.captions?.[network] ?? content.caption;
}

export function captionsOf(content: PostContent): Record<Network, string> {
  return {
    facebook: captionFor(content, 'facebook'),
    instagram: captionFor(content, 'instagram'),
  };
}

/** What tells the post apart in a list; empty when there is nothing in it yet. */
export function titleOf(
  content: PostContent,
  read: {
    asset: (assetId: string) => AssetFact | undefined;
    products: (productIds: string[]) => ProductFact[];
  },
): string {
  const { facebook, instagram } = captionsOf(content);
  const words = firstLine(content.caption) || firstLine(instagram) || firstLine(facebook);
  if (words) return words;
  const tagged = content.media.flatMap((medium) => medium.tags ?? []).map((tag) => tag.productId);
  const product = read.products(tagged.slice(0, 1))[0];
  if (product) return product.title;
  const first = content.media[0];
  const name = first && read.asset(first.assetId)?.name.replace(/\.\w{2,5}$/, '');
  return name || linkHost(content.link ?? '') || '';
}

/** Products that the post tags or whose pictures it shows. */
export function productIdsOf(
  content: PostContent,
  readAsset: (assetId: string) => AssetFact | undefined,
): string[] {
  const ids = content.media.flatMap((medium) => [
    ...(medium.tags ?? []).map((tag) => tag.productId),
    ...(readAsset(medium.assetId)?.productIds ?? []),
  ]);
  return [...new Set(ids)];
}

/** Equal for posts with the same words and the same media in the same order. */
export function printOf(content: PostContent): string {
  const { facebook, instagram } = captionsOf(content);
  const media = content.media.map((medium) => medium.assetId);
  const text = JSON.stringify([facebook.trim(), instagram.trim(), media, content.link ?? '']);
  return createHash('sha256').update(text).digest('hex');
}

export function postFact(row: {
  id: string;
  version: number;
  title: string;
  graceMinutes: number | null;
  content: PostContent;
}): PostFact {
  const { content } = row;
  return {
    id: row.id,
    version: row.version,
    kind: content.kind ?? 'post',
    title: row.title,
    captions: captionsOf(content),
    media: content.media.map(({ assetId, alt, tags }) => ({ assetId, alt, tags: tags ?? [] })),
    link: content.link || undefined,
    firstComment: content.firstComment || undefined,
    accountIds: [...new Set(content.accountIds)],
    graceMinutes: row.graceMinutes ?? undefined,
    collaborators: content.collaborators,
    coverMs: content.coverMs,
    coverAssetId: content.coverAssetId,
    handOver: content.handOver,
  };
}
