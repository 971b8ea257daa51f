import { existsSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, it } from 'vitest';
import type { Format } from '../../shared/contract/shapes.ts';
import { filmStyles } from '../../shared/scene/film/styles.ts';
import { photoRequests } from '../../shared/scene/photo-requests.ts';
import { shortFilm, smallFilmScene } from '../../tests/support/film-small.ts';
import { openTestLibrary, type TestLibrary } from '../../tests/support/test-library.ts';
import { resourcesDir } from '../../tests/support/test-tools.ts';

/** One second, each side a fifth of what is published: what differs between formats is where
 *  things stand, not how fine they are. */
const framesMade = 30;
const scale = 0.2;
const sides = { '9:16': [216, 384], '4:5': [216, 270], '1:1': [216, 216], '16:9': [384, 216] };

let test: TestLibrary;
beforeAll(() => {
  test = openTestLibrary();
});
afterAll(() => test.close());

async function render(style: (typeof filmStyles)[number], format: Format) {
  const scene = smallFilmScene(shortFilm(style, framesMade), style, { format, scale });
  const folder = (await test.library.makeWorkFolder()).path;
  const photos = photoRequests(scene).map(
    ({ photoId }) => [photoId, join(resourcesDir, 'sample-shop/photos', photoId)] as const,
  );
  const paths = { path: join(folder, 'video.mp4'), thumbPath: join(folder, 'thumb.webp') };
  const input = { scene, photos: Object.fromEntries(photos), folder, ...paths };
  // A file that is not what the networks take, or of another length, is refused here.
  const { path, widthPx, heightPx, durationMs } = await test.library.workers.run(
    'renderVideo',
    input,
  );
  const { channels } = await sharp(paths.thumbPath).stats();
  const isPicture = existsSync(path) && channels.some(({ stdev }) => stdev > 5);
  return { widthPx, heightPx, durationMs, isPicture };
}

const cases = filmStyles.flatMap((style) =>
  Object.entries(sides).map(([format, [widthPx, heightPx]]) => ({
    ...{ style, id: style.id, format: format as Format, widthPx, heightPx },
  })),
);

it.concurrent.for(cases)(
  'a film of $id is made in $format',
  async ({ style, format, widthPx, heightPx }, { expect }) => {
    const made = await render(style, format);
    expect(made).toEqual({ widthPx, heightPx, durationMs: 1000, isPicture: true });
  },
);
