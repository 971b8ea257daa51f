import type { NodeType, ReadContext } from '../graph/graph-node.ts';
import { graphTime } from '../practice-clock.ts';
import { cdnAddress } from '../world/media-files.ts';
import { commentsEdge } from './comments-edge.ts';
import type { PhotoRow } from './facebook-rows.ts';
import { reactionsEdge } from './reactions-edge.ts';
import type { Load } from './load.ts';

export interface PhotoImage {
  source: string;
  width: number;
  height: number;
}

const smallerWidthsPx = [960, 720, 480, 320];

/** The stored picture in its sizes, largest first. */
export function photoImages(row: PhotoRow, { world, nowMs }: ReadContext): PhotoImage[] {
  const full = {
    source: cdnAddress(world, row.file, nowMs),
    width: row.width_px,
    height: row.height_px,
  };
  const smaller = smallerWidthsPx
    .filter((widthPx) => widthPx < row.width_px)
    .map((widthPx) => ({
      source: cdnAddress(world, row.file, nowMs, widthPx),
      width: widthPx,
      height: Math.round((row.height_px * widthPx) / row.width_px),
    }));
  return [full, ...smaller];
}

export function largestImage(row: PhotoRow, context: ReadContext): PhotoImage {
  const [largest] = photoImages(row, context);
  if (largest === undefined) throw new Error('a photo has at least one size');
  return largest;
}

/** How a photo is read. */
export function photoType(load: Load): NodeType<PhotoRow> {
  return {
    typeName: 'Photo',
    spec: 'Photo',
    defaults: ['created_time', 'name'],
    fields: {
      created_time: (row) => graphTime(row.created_at),
      updated_time: (row) => graphTime(row.created_at),
      name: (row) => row.caption ?? undefined,
      alt_text: (row) => row.alt ?? undefined,
      alt_text_custom: (row) => row.alt ?? undefined,
      width: (row) => row.width_px,
      height: (row) => row.height_px,
      images: (row, context) => photoImages(row, context),
      picture: (row, context) => photoImages(row, context).at(-1)?.source,
      source: (row, context) => largestImage(row, context).source,
      link: (row, { world }) => `${world.origin()}/p/${row.post_id ?? row.id}`,
      page_story_id: (row) => row.post_id ?? undefined,
      from: (row) => load(row.page_id),
      can_delete: () => true,
    },
    edges: {
      comments: (row, query, context) => commentsEdge(row.id, query, context, load),
      likes: (row, query, context) => reactionsEdge(row.id, query, context),
    },
  };
}
