import type { FilmVisual } from '../../../../shared/scene/film/film.ts';

const kinds = { photo: 'application/x-vitrine-photo', clip: 'application/x-vitrine-clip' } as const;

/** A photo or a clip of the library, taken up to be put down on the film. */
export function dragVisual(
  transfer: Pick<DataTransfer, 'setData'>,
  kind: FilmVisual['kind'],
  assetId: string,
): void {
  transfer.setData(kinds[kind], assetId);
}

export function visualDropped(transfer: Pick<DataTransfer, 'getData'>): FilmVisual | undefined {
  for (const kind of ['photo', 'clip'] as const) {
    const assetId = transfer.getData(kinds[kind]);
    if (assetId) return freshVisual(kind, assetId);
  }
  return undefined;
}

/** As it is when nothing of it was set yet. */
export function freshVisual(kind: FilmVisual['kind'], assetId: string): FilmVisual {
  return kind === 'photo' ? { kind, assetId } : { kind, assetId, fromMs: 0, volume: 1 };
}
