import type { EdgePage, EdgeQuery, ReadContext } from '../graph/graph-node.ts';
import { listPage } from '../graph/paging.ts';
import { rowTypes } from '../graph/row-types.ts';
import { cdnAddress } from '../world/media-files.ts';
import type { VideoRow } from './facebook-rows.ts';

interface ThumbnailRow {
  n: number;
  file: string;
  width_px: number;
  height_px: number;
  preferred: number;
}

/** The pictures that were given for a clip, in the order they came. */
export function thumbnailsEdge(
  row: VideoRow,
  query: EdgeQuery,
  { world, nowMs }: ReadContext,
): EdgePage {
  const items = world
    .all<ThumbnailRow>('SELECT * FROM video_thumbnails WHERE video_id = ? ORDER BY n', row.id)
    .map((picture) => ({
      id: `${row.id}${picture.n}`,
      uri: cdnAddress(world, picture.file, nowMs),
      width: picture.width_px,
      height: picture.height_px,
      scale: 1,
      is_preferred: picture.preferred === 1,
    }));
  return listPage(items, query, rowTypes.thumbnail);
}
