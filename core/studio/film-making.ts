import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FilmWish } from '../../shared/contract/films.ts';
import { Problem } from '../../shared/contract/problem.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import type { FilmFacts } from '../../shared/scene/film/film-style.ts';
import { photoRequests } from '../../shared/scene/photo-requests.ts';
import type { Scene } from '../../shared/scene/scene.ts';
import { readTracks } from '../media/read-tracks.ts';
import { photoSlot } from './fill-slots.ts';
import { chooseTrack } from './make-video.ts';
import { sizedPhoto } from './photo-source.ts';
import { notesOf } from './picture-scenes.ts';
import { finishScene, readBrand } from './read-brand.ts';
import { sceneSources } from './scene-sources.ts';
import type { StudioUses } from './studio-uses.ts';
import { videoSlots } from './video-scene.ts';

/** A film can stand on one photo: its style shows it in several cuts. */
const leastPhotos = 1;

/** What films take from the studio: products as slots, the shop's look, and what is known of photos and
 *  clips. */
export function filmMaking(uses: StudioUses) {
  const { tools, readProducts, readShop } = uses;
  const { readAsset } = uses.library;
  const musicDir = join(uses.resourcesDir, 'music');
  const brand = () => readBrand(readShop(), readAsset).brand;

  function fillSlots(wish: FilmWish, language: Language) {
    const { photoAssetIds, seconds, trackId, showPrice, headline } = wish;
    const shop = readShop();
    const products = readProducts(wish.productIds);
    if (products.length === 0) throw new Problem('product-unknown');
    const { slots } = videoSlots(
      products,
      {
        ...{ shop, readAsset, track: chooseTrack(readTracks(musicDir), trackId) },
        options: { seconds, photoAssetIds, showPrice, callToAction: wish.callToAction },
        callToAction: tools.say(shop.language, 'studio:callToAction'),
      },
      leastPhotos,
    );
    return { ...slots, language, ...(headline?.trim() ? { headline: headline.trim() } : {}) };
  }

  const facts: FilmFacts = {
    photo(assetId) {
      const photo = sizedPhoto(readAsset(assetId));
      return photo && photoSlot(photo);
    },
    clip(assetId) {
      const asset = readAsset(assetId);
      if (asset?.kind !== 'video') return undefined;
      const { widthPx = 0, heightPx = 0, durationMs = 0, film } = asset;
      return { widthPx, heightPx, durationMs, hasSound: film?.audio !== undefined };
    },
  };

  /** The photos that a scene shows, with what was done to them. */
  function photosOf(scene: Scene) {
    const ids = photoRequests(scene).map(({ photoId }) => photoId);
    const known = ids.map((id) => sizedPhoto(readAsset(id))).filter((one) => one !== undefined);
    return new Map(known.map((one) => [one.id, one]));
  }

  return {
    fillSlots,
    brand,
    facts,
    finish: (scene: Scene): Scene => finishScene(scene, brand(), photosOf(scene)),
    sceneSources: (scene: Scene, maxSidePx?: number) => sceneSources(scene, readAsset, maxSidePx),
    notesOf: (scene: Scene, language: Language) =>
      notesOf(scene, photosOf(scene)).map((code) => ({
        code,
        text: tools.say(language, `studio:notes.${code}`),
      })),
    music(trackId: string) {
      const track = readTracks(musicDir).find((one) => one.id === trackId);
      const path = track && join(musicDir, track.file);
      if (!path || !existsSync(path)) return undefined;
      const { durationMs, shape } = track;
      return { path, durationMs, ...(shape && { shape }) };
    },
  };
}
