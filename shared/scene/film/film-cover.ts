import { filmDurationMs, type Film } from './film.ts';

const frameMs = 1000 / 30;

/** The moment of the film that stands for it: its first frame without a choice, its last where the film
 *  has become shorter than the moment that was chosen. */
export function coverMomentMs({ cover, parts }: Pick<Film, 'cover' | 'parts'>): number {
  const lastMs = Math.max(0, Math.floor(filmDurationMs({ parts }) - frameMs));
  return cover?.kind === 'frame' ? Math.min(Math.round(cover.atMs), lastMs) : 0;
}

/** The cover as a post takes it; nothing without a choice. */
export function coverForPost(
  film: Pick<Film, 'cover' | 'parts'>,
): { coverMs: number } | { coverAssetId: string } | undefined {
  if (!film.cover) return undefined;
  if (film.cover.kind === 'picture') return { coverAssetId: film.cover.assetId };
  return { coverMs: coverMomentMs(film) };
}
