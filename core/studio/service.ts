import { join } from 'node:path';
import { Problem } from '../../shared/contract/problem.ts';
import type { Format, Language } from '../../shared/contract/shapes.ts';
import type { RenderOptions, Template } from '../../shared/contract/studio.ts';
import type { ProductFact } from '../../shared/facts.ts';
import { createMoneyWriter } from '../../shared/rules/money.ts';
import { slidePlace } from '../../shared/rules/slide-id.ts';
import { photoRequests } from '../../shared/scene/photo-requests.ts';
import type { Scene } from '../../shared/scene/scene.ts';
import {
  findPictureTemplate,
  findVideoTemplate,
  pictureTemplates,
  videoTemplates,
} from '../../shared/scene/templates.ts';
import type { JobKind, JobRunner } from '../jobs/job-types.ts';
import { readTracks } from '../media/read-tracks.ts';
import { drawProduct } from './draw-product.ts';
import { filmMaking } from './film-making.ts';
import { chooseTrack, makeVideo } from './make-video.ts';
import { makePictures } from './make-pictures.ts';
import { sourceAddress } from './photo-source.ts';
import { fillPicture, largestEnlargement, type FilledScene } from './picture-scenes.ts';
import type { RenderOrder } from './render-order.ts';
import { sceneSources } from './scene-sources.ts';
import type { StudioUses } from './studio-uses.ts';
import { lackNotes, pictureName, templateFact, templateView } from './template-view.ts';
import { fillVideo, videoItems } from './video-scene.ts';

/** Photos of a video that is looked at; one that is made at once takes three. */
const leastShown = 1;

export type RenderWish = {
  templateId: string;
  productIds: string[];
  formats: Format[];
  options?: RenderOptions | undefined;
  /** Takes what was made of the same scene before. */
  reuse?: boolean | undefined;
  clientId?: string | undefined;
};
export type PreviewWish = Omit<RenderWish, 'formats' | 'reuse' | 'clientId'> & {
  format: Format;
  maxSidePx?: number | undefined;
};

type FillWish = {
  templateId: string;
  format: Format;
  options: RenderOptions;
  others?: readonly ProductFact[] | undefined;
};
/** A template never shows more products than this in one picture. */
const mostTogether = 6;

export type StudioService = ReturnType<typeof studioService>;

/** Pictures and videos made of the shop's products. */
export function studioService(uses: StudioUses) {
  const { tools, library, readProducts, readShop } = uses;
  const musicDir = join(uses.resourcesDir, 'music');
  const { readAsset } = library;
  const money = createMoneyWriter();

  function templates(kind: Template['kind'] | undefined, language: Language): Template[] {
    return [...pictureTemplates, ...videoTemplates]
      .filter((template) => kind === undefined || template.kind === kind)
      .map((template) => templateView(template, language));
  }

  function tracks(language: Language) {
    return readTracks(musicDir).map(({ names, mood, file: _file, ...track }) => ({
      ...track,
      name: names[language],
      ...(mood && { mood: mood[language] }),
      url: `/media/tracks/${track.id}`,
    }));
  }

  /** What the export will draw, with photos at the sizes at which it draws them. */
  function preview(wish: PreviewWish, language: Language) {
    const filled = fill(wish);
    const { scene, photos } = filled;
    const longestPx = Math.max(scene.widthPx, scene.heightPx);
    const scale = Math.min(1, (wish.maxSidePx ?? longestPx) / longestPx);
    const sources: Record<string, string> = {};
    for (const request of photoRequests(scene)) {
      const photo = photos.get(request.photoId);
      if (photo) sources[request.key] = sourceAddress(photo, request, scene, scale);
    }
    const notes = [
      ...filled.notes.map((code) => ({ code, text: tools.say(language, `studio:notes.${code}`) })),
      ...lackNotes(filled).map((code) => ({
        code,
        text: tools.say(language, `batch:notes.${code}`),
      })),
    ];
    return { scene, sources, notes };
  }

  function fill({ templateId, productIds, format, options = {} }: PreviewWish): FilledScene {
    const shop = readShop(options.shopId);
    const products = readProducts(productIds);
    const first = products[0];
    if (!first) throw new Problem('product-unknown');
    const place = slidePlace(templateId);
    const picture = findPictureTemplate(place.templateId);
    if (picture) {
      const [, ...others] = products.slice(0, mostTogether);
      const context = { shop, options, readAsset, others, slide: place.slide };
      return fillPicture(picture, first, format, context);
    }
    const video = findVideoTemplate(templateId);
    if (!video) throw new Problem('template-unknown');
    const track = chooseTrack(readTracks(musicDir), options.trackId);
    const callToAction = tools.say(shop.language, 'studio:callToAction');
    const context = { shop, options, readAsset, track, callToAction };
    // A film can stand on one photo: it is shown before the others are there.
    return fillVideo(video, products, format, context, leastShown);
  }

  /** One picture of a batch: by how much its photo is magnified when that will be seen, and what the
   *  template asks for and was not given. */
  function fillFor(
    product: ProductFact,
    { templateId, format, options, others }: FillWish,
  ): { scene: Scene; enlargedBy?: number | undefined; lacks: string[] } {
    const place = slidePlace(templateId);
    const template = findPictureTemplate(place.templateId);
    if (!template) throw new Problem('template-unknown');
    const shop = readShop(options?.shopId);
    const context = { shop: { ...shop, money }, options, readAsset, others, slide: place.slide };
    const filled = fillPicture(template, product, format, context);
    const enlargedBy = largestEnlargement(filled.scene, filled.photos);
    return { scene: filled.scene, enlargedBy, lacks: lackNotes(filled) };
  }

  /** Orders all pictures or videos; what can be refused at once is refused here. */
  function render({ clientId, options = {}, ...wish }: RenderWish): { jobId: string } {
    const order: RenderOrder = {
      templateId: wish.templateId,
      options,
      reuse: wish.reuse,
      productIds: [...new Set(wish.productIds)],
      formats: [...new Set(wish.formats)],
    };
    return tools.applyOnce('studio/render', clientId, () => ({ jobId: enqueue(order) }));
  }

  function enqueue(order: RenderOrder): string {
    const template = findPictureTemplate(order.templateId) ?? findVideoTemplate(order.templateId);
    if (!template) throw new Problem('template-unknown');
    const missing = order.formats.find((format) => !template.formats.includes(format));
    if (missing) throw new Problem('format-missing', { format: missing });
    const shop = readShop(order.options.shopId);
    const products = readProducts(order.productIds);
    if (products.length === 0) throw new Problem('product-unknown');
    const isVideo = template.kind === 'video';
    if (isVideo) videoItems(products, { shop, options: order.options, readAsset });
    const total = isVideo ? order.formats.length : order.productIds.length * order.formats.length;
    const title = tools.say(shop.language, isVideo ? 'studio:jobVideo' : 'studio:jobPictures', {
      count: total,
      template: template.names[shop.language],
    });
    return uses.jobs.enqueue({ kind: isVideo ? 'video' : 'pictures', title, total, input: order });
  }

  const runners: Record<JobKind, JobRunner> = {
    pictures: (run) => makePictures(uses, run),
    video: (run) => makeVideo(uses, run),
  };

  return {
    templates,
    tracks,
    preview,
    sceneSources: (scene: Scene, maxSidePx?: number) => sceneSources(scene, readAsset, maxSidePx),
    render,
    fillFor,
    /** A template as a batch lists it. */
    findTemplate(templateId: string, language: Language) {
      const template = findPictureTemplate(templateId);
      return template && templateFact(template, language);
    },
    /** What a picture's template is called, with its number in a set to swipe through. */
    pictureName: (id: string, language: Language): string | undefined =>
      pictureName(findPictureTemplate(slidePlace(id).templateId), slidePlace(id).slide, language),
    drawProduct: (wish: Parameters<typeof drawProduct>[1]) => drawProduct(uses, wish),
    filmUses: filmMaking(uses),
    /** For the job queue's start. */
    runners,
    creations: (query: {
      kind?: Template['kind'] | undefined;
      cursor?: string | undefined;
      limit?: number | undefined;
    }) => library.list({ ...query, origin: 'studio', kind: query.kind && assetKinds[query.kind] }),
  };
}

const assetKinds = { picture: 'photo', video: 'video' } as const;
