import { readFile } from 'node:fs/promises';
import { publishRule } from '../graph/access.ts';
import type { Answer, Call, Routes } from '../graph/call.ts';
import { GraphError, badParameter } from '../graph/graph-error.ts';
import { keepBytes } from '../world/media-files.ts';
import { reencode } from './picture-check.ts';

const maxBytes = 10 * 1024 * 1024;
const maxSidePx = 1920;

/** Pictures that stand for a clip. */
export const thumbnailRoutes: Routes = {
  'POST video/thumbnails': { spec: ['AdVideo', 'thumbnails'], rule: publishRule, run: add },
};

async function add(call: Call): Promise<Answer> {
  const { world, params, id, nowMs } = call;
  const file = params.files['source'];
  if (file === undefined) throw badParameter('source', 'The parameter source is required');
  if (file.sizeBytes > maxBytes) throw badParameter('source', 'The picture is larger than 10 MB.');
  const picture = await reencode(await readFile(file.path), maxSidePx).catch(() => undefined);
  if (picture === undefined)
    throw new GraphError(324, '(#324) Missing or invalid image file', { subcode: 2069019 });
  const isPreferred = params.flag('is_preferred') === true;
  const kept = keepBytes(world, picture.bytes, 'jpg');
  world.transact(() => {
    if (isPreferred) world.run('UPDATE video_thumbnails SET preferred = 0 WHERE video_id = ?', id);
    world.run(
      `INSERT INTO video_thumbnails (video_id, file, width_px, height_px, preferred, at)
       VALUES (?, ?, ?, ?, ?, ?)`,
      id,
      kept,
      picture.widthPx,
      picture.heightPx,
      isPreferred ? 1 : 0,
      Math.round(nowMs),
    );
  });
  return { success: true };
}
