import type { PostContent } from '../../shared/contract/posts.ts';
import type { ProductFact } from '../../shared/facts.ts';
import { replacePart, splitParts, trimmed, type RowIssue } from './row-reading.ts';

type Tag = NonNullable<PostContent['media'][number]['tags']>[number];
type Placed = { mediaIndex: number; sku: string; x?: number; y?: number };

export type TagsReading = { tags: (Tag[] | undefined)[]; issues: RowIssue[] };
export type AltsReading = { texts: string[]; issues: RowIssue[] };

const mostTags = 30;
const mostAlt = 1000;

/** Tags of products, as `POT-DOR-12`, or `2:POT-DOR-12@0.4/0.5` for a place on the second picture. On a
 *  picture without a place they stand side by side in its middle. */
export function readTags(
  cell: string,
  assetIds: readonly string[],
  read: {
    findSku: (sku: string) => ProductFact | undefined;
    isVideo: (assetId: string) => boolean;
  },
): TagsReading {
  const issues: RowIssue[] = [];
  const parts = splitParts(cell).flatMap((part) =>
    read.findSku(part) ? [part] : trimmed(part.split(',')),
  );
  const found = parts.flatMap((part) => {
    const placed: Placed = read.findSku(part) ? { mediaIndex: 0, sku: part } : readPlace(part);
    const product = read.findSku(placed.sku);
    if (product && placed.mediaIndex < assetIds.length) return [{ ...placed, product }];
    const code = product ? 'tag-no-medium' : 'sku-unknown';
    const fixes = [
      { label: 'none', say: true, cells: { tags: replacePart(parts, part, undefined) }, by: '' },
    ];
    issues.push({ level: 'error', field: 'tags', code, found: part, fixes });
    return [];
  });
  const tags = assetIds.map((assetId, index) => {
    const here = found.filter((one) => one.mediaIndex === index).slice(0, mostTags);
    if (here.length === 0) return undefined;
    return here.map(({ product, x, y }, place): Tag => {
      if (read.isVideo(assetId)) return { productId: product.id };
      const middle = { x: round((place + 1) / (here.length + 1)), y: 0.5 };
      return { productId: product.id, x: x ?? middle.x, y: y ?? middle.y };
    });
  });
  return { tags, issues };
}

/** How `readTags` reads the same tag again. */
export function writeTag(tag: { sku: string; mediaIndex: number; x?: number; y?: number }): string {
  const place = tag.x === undefined || tag.y === undefined ? '' : `@${tag.x}/${tag.y}`;
  return `${tag.mediaIndex + 1}:${tag.sku}${place}`;
}

function readPlace(part: string): Placed {
  const [, number, sku = part, x, y] =
    /^(?:(\d{1,2}):)?(.+?)(?:@([\d.]+)\/([\d.]+))?$/.exec(part) ?? [];
  const isPlace = [x, y].every((one) => one !== undefined && Number(one) <= 1);
  return {
    mediaIndex: number === undefined ? 0 : Math.max(0, Number(number) - 1),
    sku: sku.trim(),
    ...(isPlace && { x: Number(x), y: Number(y) }),
  };
}

function round(share: number): number {
  return Math.round(share * 1000) / 1000;
}

/** Alt texts, one for each picture: in lines, or between `|`. A single picture takes the whole cell. */
export function readAlts(cell: string, mediaCount: number): AltsReading {
  if (cell.trim() === '') return { texts: [], issues: [] };
  const lines = mediaCount <= 1 ? [cell] : cell.split(cell.includes('\n') ? '\n' : '|');
  const texts = lines.map((line) => line.trim());
  const issues: RowIssue[] = [];
  if (mediaCount > 0 && texts.length > mediaCount)
    issues.push({
      level: 'warning',
      field: 'alt',
      code: 'alt-too-many',
      params: { count: texts.length, media: mediaCount },
    });
  if (texts.some((text) => text.length > mostAlt))
    issues.push({ level: 'error', field: 'alt', code: 'alt-too-long', params: { most: mostAlt } });
  return { texts: texts.map((text) => text.slice(0, mostAlt)), issues };
}
