import type { BulkField } from '../../shared/contract/bulk.ts';
import { postKind, type PostContent } from '../../shared/contract/posts.ts';
import { foldText } from '../../shared/rules/fold-text.ts';
import type { ProductFact } from '../../shared/facts.ts';
import type { AccountFinder } from './find-account.ts';
import type { MediumFinder } from './find-medium.ts';
import { readAccounts, readMedia } from './read-references.ts';
import { readAlts, readTags } from './read-tags.ts';
import { readTimeCells, type TimeContext } from './read-time-cells.ts';
import { nearestName } from './nearest-name.ts';
import { trimmed, type RowCells, type RowIssue, type RowReading } from './row-reading.ts';

/** What the rows of a table are read against. */
export type RowContext = Pick<TimeContext, 'now' | 'dayOrder' | 'isOrderUnsure'> & {
  placeOf: (accountIds: readonly string[]) => Pick<TimeContext, 'zone' | 'usualTimes'>;
  accounts: AccountFinder;
  media: MediumFinder;
  findSku: (sku: string) => ProductFact | undefined;
  isVideo: (assetId: string) => boolean;
  altOf: (assetId: string, productIds: readonly string[]) => string | undefined;
  campaigns: readonly { id: string; name: string }[];
};

const kinds: Record<string, PostContent['kind']> = {
  '': 'post',
  post: 'post',
  publication: 'post',
  photo: 'post',
  image: 'post',
  carrousel: 'post',
  carousel: 'post',
  video: 'post',
  feed: 'post',
  reel: 'reel',
  reels: 'reel',
  story: 'story',
  stories: 'story',
};
const longest: Partial<Record<BulkField, number>> = {
  caption: 70_000,
  captionFacebook: 70_000,
  captionInstagram: 70_000,
  link: 2000,
  firstComment: 8000,
};

/** Reads one row into a post, with everything that could not be read. */
export function readRow(row: number, cells: RowCells, context: RowContext): RowReading {
  const accounts = readAccounts(cells.accounts ?? '', context.accounts);
  const media = readMedia(cells.media ?? '', context.media);
  const place = context.placeOf(accounts.accountIds);
  const when = readTimeCells(cells, { ...context, ...place });
  const kind = readKind(cells.kind ?? '');
  const campaign = readCampaign(cells.campaign ?? '', context.campaigns);
  const tagged = readTags(cells.tags ?? '', media.assetIds, context);
  const alts = readAlts(cells.alt ?? '', media.assetIds.length);
  const content: PostContent = {
    accountIds: accounts.accountIds,
    ...readWords(cells),
    media: media.assetIds.map((assetId, index) => {
      const tags = tagged.tags[index];
      const alt = cells.alt?.trim() ? alts.texts[index] : altOf(assetId, tags, context);
      return { assetId, ...(alt && { alt }), ...(tags && { tags }) };
    }),
    ...(cells.link?.trim() ? { link: cells.link.trim() } : {}),
    ...(cells.firstComment?.trim() ? { firstComment: cells.firstComment.trim() } : {}),
    ...readCollaborators(cells.collaborators ?? ''),
    kind: kind.kind,
    ...(campaign.id === undefined ? {} : { campaignId: campaign.id }),
  };
  const issues = [accounts, media, when, kind, campaign, tagged, alts].flatMap((one) => one.issues);
  return {
    row,
    content: cutTooLong(content),
    time: when.time,
    issues: [...issues, ...tooLong(cells)],
    unmatched: media.unmatched,
    usedFiles: media.usedFiles,
  };
}

/** Where the cell says nothing at all: what was written is taken as it is, empty lines too. A film has no
 *  such words on either network. */
function altOf(
  assetId: string,
  tags: readonly { productId: string }[] = [],
  context: Pick<RowContext, 'altOf' | 'isVideo'>,
): string | undefined {
  if (context.isVideo(assetId)) return undefined;
  return context.altOf(
    assetId,
    tags.map(({ productId }) => productId),
  );
}

/** The common words and those of a network of its own, with the hashtags under each. */
function readWords(cells: RowCells): Pick<PostContent, 'caption' | 'captions'> {
  const hashtags = trimmed((cells.hashtags ?? '').split(/[\s,;|]+/))
    .map((word) => (word.startsWith('#') ? word : `#${word}`))
    .join(' ');
  const withTags = (text: string | undefined): string =>
    trimmed([(text ?? '').replace(/\r\n?/g, '\n'), hashtags]).join('\n\n');
  const own = { facebook: cells.captionFacebook, instagram: cells.captionInstagram };
  const captions = Object.fromEntries(
    Object.entries(own).flatMap(([network, text]) =>
      text?.trim() ? [[network, withTags(text)]] : [],
    ),
  );
  return {
    caption: withTags(cells.caption),
    ...(Object.keys(captions).length > 0 && { captions }),
  };
}

function readCollaborators(cell: string): Pick<PostContent, 'collaborators'> {
  const names = trimmed(cell.split(/[\s,;|]+/)).map((name) => name.replace(/^@/, '').slice(0, 40));
  return names.length > 0 ? { collaborators: [...new Set(names)].slice(0, 10) } : {};
}

function readKind(cell: string): { kind: NonNullable<PostContent['kind']>; issues: RowIssue[] } {
  const kind = kinds[foldText(cell)];
  if (kind) return { kind, issues: [] };
  const fixes = postKind.options.map((value) => ({
    label: `kind.${value}`,
    say: true,
    cells: { kind: value },
    by: value,
  }));
  const issue = { level: 'error', field: 'kind', code: 'kind-unknown', found: cell.trim(), fixes };
  return { kind: 'post', issues: [issue as RowIssue] };
}

function readCampaign(
  cell: string,
  campaigns: RowContext['campaigns'],
): { id?: string | undefined; issues: RowIssue[] } {
  const name = cell.trim();
  if (name === '') return { issues: [] };
  const folded = foldText(name);
  const known = campaigns.find((one) => one.id === name || foldText(one.name) === folded);
  if (known) return { id: known.id, issues: [] };
  const names = campaigns.map((one) => one.name);
  const near = nearestName(name, names);
  const offered = [...new Set([...(near === undefined ? [] : [near]), ...names.slice(0, 3)])];
  const fixes = [
    ...offered.map((label) => ({ label, cells: { campaign: label }, by: label })),
    { label: 'none', say: true, cells: { campaign: '' }, by: '' },
  ];
  return {
    issues: [{ level: 'error', field: 'campaign', code: 'campaign-unknown', found: name, fixes }],
  };
}

function tooLong(cells: RowCells): RowIssue[] {
  return (Object.entries(longest) as [BulkField, number][]).flatMap(([field, most]) => {
    const length = cells[field]?.length ?? 0;
    if (length <= most) return [];
    return [{ level: 'error', field, code: 'cell-too-long', params: { length, most } }];
  });
}

/** A cell that no post could hold is an error above; here it must only not break the rest. */
function cutTooLong(content: PostContent): PostContent {
  const { caption, captions, link, firstComment } = content;
  const cut = (text: string | undefined, most: number) => text?.slice(0, most);
  return {
    ...content,
    caption: caption.slice(0, 70_000),
    ...(captions && {
      captions: {
        ...(captions.facebook !== undefined && { facebook: cut(captions.facebook, 70_000) }),
        ...(captions.instagram !== undefined && { instagram: cut(captions.instagram, 70_000) }),
      },
    }),
    ...(link !== undefined && { link: cut(link, 2000) }),
    ...(firstComment !== undefined && { firstComment: cut(firstComment, 8000) }),
  };
}
