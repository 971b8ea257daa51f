import type { FilmClip } from './film.ts';

const steadied = 'steady:';

/** What a scene calls a clip: its asset, or the copy of it that was steadied. */
export function clipIdOf({ assetId, steady }: Pick<FilmClip, 'assetId' | 'steady'>): string {
  return steady ? `${steadied}${assetId}` : assetId;
}

export function readClipId(clipId: string): { assetId: string; isSteady: boolean } {
  const isSteady = clipId.startsWith(steadied);
  return { assetId: isSteady ? clipId.slice(steadied.length) : clipId, isSteady };
}
