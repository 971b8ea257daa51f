import { useStudio } from '../../../link/link-provider.tsx';
import { useBringFiles } from '../use-bring-files.ts';
import { freshVisual } from './dragged-visual.ts';
import type { BringToFilm } from './film-desk.ts';
import type { PlacedSound } from './use-place-voice.ts';
import type { FilmDeeds } from './use-film-deeds.ts';

/** Brings files into the library and into the film at once: photos and clips as parts of their own, one
 *  after another, sounds over the playhead. */
export function useBringToFilm(
  deeds: FilmDeeds,
  placeVoice: (sound: PlacedSound) => void,
): BringToFilm {
  const { client } = useStudio();
  const { bring, progress, isBusy } = useBringFiles();
  const files = async (chosen: readonly File[], at?: number): Promise<void> => {
    let place = at;
    for (const { assetId } of await bring(chosen)) {
      const { kind, durationMs } = await client.media.get({ assetId });
      if (kind === 'audio') {
        if (durationMs !== undefined) placeVoice({ assetId, durationMs });
        continue;
      }
      if (kind === 'file') continue;
      const visual = freshVisual(kind === 'video' ? 'clip' : 'photo', assetId);
      const mostMs = durationMs ?? Infinity;
      place = deeds.add({ role: 'full', words: {}, visual }, { mostMs, at: place }) + 1;
    }
  };
  return { files, progress, isBusy };
}
