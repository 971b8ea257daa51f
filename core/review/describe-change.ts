import type { PostContent } from '../../shared/contract/posts.ts';
import type { Network } from '../../shared/contract/shapes.ts';

/** What one write changed about a post, one entry each; texts whole, so that they can be put back. */
export type ChangeEntry =
  | { kind: 'created' | 'removed' | 'restored' | 'unplanned' }
  | { kind: 'text'; before: string; after: string; network?: Network }
  | { kind: 'link' | 'first-comment'; before: string; after: string }
  | { kind: 'planned'; wall: string; zone: string }
  | { kind: 'moved'; from: string; wall: string; zone: string }
  | { kind: 'media'; before: number; after: number }
  | { kind: 'alt' | 'tags' | 'accounts' | 'kind' | 'other' };

const networks = ['facebook', 'instagram'] as const;

/** Names what differs between two contents of a post. Nothing for the same. */
export function describeChange(before: PostContent, after: PostContent): ChangeEntry[] {
  const found: ChangeEntry[] = [
    ...textChanges(before, after),
    ...wordChange('link', before.link, after.link),
    ...wordChange('first-comment', before.firstComment, after.firstComment),
    ...mediaChanges(before, after),
  ];
  if (!isSame(before.accountIds, after.accountIds)) found.push({ kind: 'accounts' });
  if ((before.kind ?? 'post') !== (after.kind ?? 'post')) found.push({ kind: 'kind' });
  if (found.length === 0 && !isSame(before, after)) found.push({ kind: 'other' });
  return found;
}

function textChanges(before: PostContent, after: PostContent): ChangeEntry[] {
  const common: ChangeEntry[] =
    before.caption === after.caption
      ? []
      : [{ kind: 'text', before: before.caption, after: after.caption }];
  const own = networks.flatMap((network): ChangeEntry[] => {
    const [was, is] = [before.captions?.[network] ?? '', after.captions?.[network] ?? ''];
    return was === is ? [] : [{ kind: 'text', before: was, after: is, network }];
  });
  return [...common, ...own];
}

function wordChange(kind: 'link' | 'first-comment', before = '', after = ''): ChangeEntry[] {
  return before === after ? [] : [{ kind, before, after }];
}

function mediaChanges(before: PostContent, after: PostContent): ChangeEntry[] {
  const shown = ({ media }: PostContent) => media.map((medium) => medium.assetId);
  const tags = ({ media }: PostContent) => media.map((medium) => medium.tags ?? []);
  const alts = ({ media }: PostContent) => media.map((medium) => medium.alt ?? '');
  if (!isSame(shown(before), shown(after)))
    return [{ kind: 'media', before: before.media.length, after: after.media.length }];
  return [
    ...(isSame(tags(before), tags(after)) ? [] : [{ kind: 'tags' } as const]),
    ...(isSame(alts(before), alts(after)) ? [] : [{ kind: 'alt' } as const]),
  ];
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
