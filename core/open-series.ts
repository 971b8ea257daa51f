import type { AltService } from './alt/service.ts';
import type { Features } from './open-features.ts';
import type { Foundation } from './open-foundation.ts';
import { seriesService, type SeriesService } from './series/service.ts';
import type { ShopService } from './shop/service.ts';

/** Posts made from products, with what they ask of the other features. */
export function openSeries(parts: {
  foundation: Foundation;
  shop: ShopService;
  features: Features;
  alt: AltService;
}): SeriesService {
  const { foundation, shop, features, alt } = parts;
  const { posts, catalogue, library, studio, jobs } = features;
  const showing = new Set(
    studio
      .templates('picture', 'en')
      .flatMap(({ id, slots }) => (slots.includes('price') ? [id] : [])),
  );
  return seriesService(foundation.tools, {
    readShop: shop.readShop,
    placeOf: shop.places.ofAccounts,
    readProducts: catalogue.readProducts,
    readAsset: library.readAsset,
    altOf: alt.of,
    renderPictures: (order) => studio.render({ ...order, reuse: true }).jobId,
    showsPrice: (templateId) => showing.has(templateId),
    readJob: jobs.get,
    whenJobEnded: jobs.whenEnded,
    describeProblem: foundation.answers.describe,
    posts,
    report: (error) => void foundation.report(error, ['series']),
  });
}
