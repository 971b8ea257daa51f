import type {
  PictureCheck,
  PictureStore,
  PictureStoreChoice,
} from '../../shared/contract/pictures.ts';
import { Problem } from '../../shared/contract/problem.ts';
import type { CallContext } from '../../shared/facts.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import { checkPictures, type TriedWay } from '../network/check-pictures.ts';
import type { HostedPictures } from '../network/hosted-pictures.ts';
import type { PagePhotoImages } from '../network/page-photo-images.ts';
import { placeOf, type PicturePlaces, type StoredPlaces } from '../network/picture-places.ts';
import type { Web } from '../network/web-exchange.ts';
import { choosePlaces, type ChosenPlaces } from './choose-places.ts';
import { describeCheck } from './describe-check.ts';
import { tryPagePhoto, tryPlace } from './try-way.ts';

export type PicturesUses = {
  tools: FeatureTools;
  places: PicturePlaces;
  hosted: HostedPictures;
  pagePhotos: PagePhotoImages;
  openWeb: () => Web;
  /** An account whose Page can show whether that way works. */
  instagramAccount: () => string | undefined;
  /** Posts that waited for another storage may go on. */
  onChange: () => void;
};

export type PicturesService = ReturnType<typeof picturesService>;

/** Where Instagram fetches the shop's pictures: through the Page, or from a storage of the shop. */
export function picturesService(uses: PicturesUses) {
  const { tools, places, hosted } = uses;
  const languageOf = (context: CallContext) => context.language ?? tools.shopLanguage();

  async function store(context: CallContext): Promise<PictureStore> {
    const kept = places.read();
    const { bucket, upload } = kept;
    const hasSecret = async (placeId: string) => (await places.secretOf(placeId)) !== undefined;
    return {
      way: kept.way,
      text: tools.say(languageOf(context), `pictures:inUse.${kept.way}`, { host: hostOf(kept) }),
      ...(bucket && {
        bucket: { ...withoutId(bucket), hasSecret: await hasSecret(bucket.placeId) },
      }),
      ...(upload && {
        upload: { ...withoutId(upload), hasSecret: await hasSecret(upload.placeId) },
      }),
      waiting: hosted.count(),
      takesLoopback: uses.openWeb().reach === 'loopback',
    };
  }

  const choose = (choice: PictureStoreChoice): ChosenPlaces =>
    choosePlaces(choice, places.read(), { reach: uses.openWeb().reach, newId: tools.newId });

  async function setStore(
    { clientId, ...choice }: PictureStoreChoice & { clientId?: string | undefined },
    context: CallContext,
  ): Promise<PictureStore> {
    return tools.applyOnceAsync('pictures/setStore', clientId, async () => {
      const chosen = choose(choice);
      // Secrets first: a place without its secret would only hold posts up.
      for (const [placeId, secret] of chosen.secrets) await places.keepSecret(placeId, secret);
      tools.transact(() => {
        places.save(chosen.places);
        tools.events.changed('shop');
      });
      await hosted.forgetSecrets();
      uses.onChange();
      return store(context);
    });
  }

  async function wayToTry(choice: PictureStoreChoice | undefined): Promise<TriedWay> {
    const { places: tried, secrets } = choice
      ? choose(choice)
      : { places: places.read(), secrets: new Map<string, string>() };
    if (tried.way === 'page-photo') return tryPagePhoto(uses.pagePhotos, uses.instagramAccount());
    const place = placeOf(tried);
    if (!place) throw new Problem('store-incomplete', { field: tried.way });
    const secret = secrets.get(place.placeId) ?? (await places.secretOf(place.placeId));
    return tryPlace(hosted, { place, secret, web: uses.openWeb() });
  }

  async function checkStore(
    choice: PictureStoreChoice | undefined,
    context: CallContext,
  ): Promise<PictureCheck> {
    const way = await wayToTry(choice);
    const checked = await checkPictures(way, uses.openWeb());
    const name = choice?.way ?? places.read().way;
    return describeCheck(name, checked, tools.say, languageOf(context));
  }

  return { store, setStore, checkStore };
}

function withoutId<T extends { placeId: string }>(place: T): Omit<T, 'placeId'> {
  const { placeId: _placeId, ...shown } = place;
  return shown;
}

/** The server that Instagram will ask, as far as it is known. */
function hostOf({ way, bucket, upload }: StoredPlaces): string {
  const base = way === 'bucket' ? bucket?.publicBase : (upload?.publicBase ?? upload?.url);
  return base !== undefined && URL.canParse(base) ? new URL(base).host : '';
}
