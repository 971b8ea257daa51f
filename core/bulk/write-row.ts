import type { PostContent } from '../../shared/contract/posts.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import { resolveWallTime } from '../../shared/rules/zoned-time.ts';
import type { AccountFact, ProductFact } from '../../shared/facts.ts';
import type { TablePost } from './bulk-uses.ts';
import type { AccountFinder } from './find-account.ts';
import type { MediumFinder } from './find-medium.ts';
import { writeTag } from './read-tags.ts';
import type { RowCells } from './row-reading.ts';

/** What a post's cells are written with; the same finders read them back. */
export type WriteContext = {
  language: Language;
  accounts: AccountFinder;
  media: MediumFinder;
  readAccount: (id: string) => AccountFact | undefined;
  nameOf: (assetId: string) => string | undefined;
  readProduct: (id: string) => ProductFact | undefined;
  campaignName: (id: string) => string | undefined;
};

const kindWords = {
  fr: { post: 'publication', reel: 'reel', story: 'story' },
  en: { post: 'post', reel: 'reel', story: 'story' },
} as const;

/** The cells of a post, such that reading them gives the same post again. */
export function writeRow({ content, plan }: TablePost, context: WriteContext): RowCells {
  const { captions = {}, campaignId } = content;
  return {
    ...(plan && writePlan(plan)),
    accounts: content.accountIds.map((id) => accountName(id, context)).join(' ; '),
    caption: content.caption,
    captionFacebook: captions.facebook ?? '',
    captionInstagram: captions.instagram ?? '',
    kind: kindWords[context.language][content.kind ?? 'post'],
    media: content.media.map(({ assetId }) => mediumName(assetId, context)).join(' ; '),
    alt: writeAlts(content.media),
    tags: writeTags(content.media, context),
    link: content.link ?? '',
    firstComment: content.firstComment ?? '',
    campaign: campaignId ? (context.campaignName(campaignId) ?? '') : '',
    collaborators: (content.collaborators ?? []).join(' ; '),
  };
}

/** The wall time; of an hour that comes twice the second needs its instant. */
function writePlan({ at, wall, zone }: NonNullable<TablePost['plan']>): RowCells {
  const answer = resolveWallTime(wall, zone);
  const isSecond = answer.kind === 'overlap' && at >= answer.later.at;
  if (isSecond) return { date: new Date(at).toISOString(), time: '', zone };
  return { date: wall.slice(0, 10), time: wall.slice(11, 16), zone };
}

function accountName(id: string, { readAccount, accounts }: WriteContext): string {
  const account = readAccount(id);
  return account ? accounts.nameFor(account) : id;
}

/** Its file name, where that finds this medium and no other. */
function mediumName(assetId: string, { nameOf, media }: WriteContext): string {
  const name = nameOf(assetId);
  if (name === undefined || /[;|\n]/.test(name)) return assetId;
  const found = media.find(name);
  const isSame = found.kind === 'found' && found.assetId === assetId && !found.isOneOfMany;
  return isSame ? name : assetId;
}

/** How `readAlts` reads the same texts again. */
export function writeAlts(media: PostContent['media']): string {
  const texts = media.map(({ alt = '' }) => alt);
  if (texts.every((text) => text === '')) return '';
  return media.length === 1
    ? texts.join('')
    : texts.map((text) => text.replace(/\n/g, ' ')).join('\n');
}

function writeTags(media: PostContent['media'], { readProduct }: WriteContext): string {
  const written = media.flatMap(({ tags = [] }, mediaIndex) =>
    tags.flatMap(({ productId, x, y }) => {
      const sku = readProduct(productId)?.sku;
      const place = x === undefined || y === undefined ? {} : { x, y };
      return sku === undefined ? [] : writeTag({ sku, mediaIndex, ...place });
    }),
  );
  return written.join(' ; ');
}
