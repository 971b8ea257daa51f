import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Product } from '../../../shared/contract/catalogue.ts';
import type { Asset } from '../../../shared/contract/media.ts';
import type { PostContent } from '../../../shared/contract/posts.ts';
import type { Account } from '../../../shared/contract/accounts.ts';
import { useFormats } from '../../link/formats-context.tsx';
import { useApi } from '../../link/link-provider.tsx';
import { Button } from '../../ui/button.tsx';
import { EditButton } from './edit-button.tsx';
import { LargeView } from './large-view.tsx';
import { creationDraft } from './prepare-drafts.ts';
import { usePreparePosts } from './use-prepare-posts.ts';

/** A creation in large, and the way from it to a post. */
export function LargeCreation({
  asset,
  onClose,
  onStep,
}: {
  asset: Asset;
  onClose: () => void;
  onStep: (by: 1 | -1) => void;
}) {
  const { t } = useTranslation('studio-page');
  const { t: retouch } = useTranslation('photo');
  const navigate = useNavigate();
  const formats = useFormats();
  const posts = usePreparePosts();
  const productsOf = useProductsOf();
  const use = async () => {
    const products = await productsOf(asset.productIds);
    const drafts = (accounts: readonly Account[]): PostContent[] => [
      creationDraft(asset, products, accounts),
    ];
    await posts.prepare(drafts, 'post');
  };
  const { widthPx = 1, heightPx = 1 } = asset;
  return (
    <LargeView
      title={asset.name}
      onClose={onClose}
      onStep={onStep}
      footer={
        <>
          <span className="small muted num grow studio-facts">
            {widthPx} × {heightPx} · {formats.bytes(asset.sizeBytes)}
          </span>
          {asset.kind === 'photo' ? <EditButton assetId={asset.id} /> : null}
          {asset.kind === 'photo' ? (
            <Button
              size="lg"
              onClick={() => void navigate({ to: '/studio/photo', search: { assets: asset.id } })}
            >
              {retouch('title')}
            </Button>
          ) : null}
          <Button kind="primary" size="lg" busy={posts.isBusy} onClick={() => void use()}>
            {t('large.use')}
          </Button>
        </>
      }
    >
      {asset.kind === 'video' ? (
        <video key={asset.id} src={asset.url} poster={asset.thumbUrl} controls playsInline />
      ) : (
        <ZoomedPicture key={asset.id} asset={asset} />
      )}
    </LargeView>
  );
}

/** Fits its place; a click shows its own pixels, to look at details, another fits it again. */
function ZoomedPicture({ asset }: { asset: Asset }) {
  const { t } = useTranslation('studio-page');
  const [isZoomed, setZoomed] = useState(false);
  const { widthPx = 1, heightPx = 1 } = asset;
  const picture = (
    <img
      src={asset.url}
      alt={asset.name}
      style={isZoomed ? {} : { aspectRatio: `${widthPx} / ${heightPx}` }}
    />
  );
  return (
    <button
      type="button"
      className={isZoomed ? 'studio-zoom studio-zoomed' : 'studio-zoom'}
      aria-pressed={isZoomed}
      aria-label={t('large.zoom')}
      onClick={() => setZoomed(!isZoomed)}
    >
      {picture}
    </button>
  );
}

/** The products a creation shows, those that still exist. */
function useProductsOf() {
  const api = useApi();
  const queries = useQueryClient();
  return async (productIds: readonly string[]): Promise<Product[]> => {
    const found = productIds
      .slice(0, 30)
      .map((productId) =>
        queries
          .fetchQuery(api.catalogue.get.queryOptions({ input: { productId } }))
          .catch(() => undefined),
      );
    return (await Promise.all(found)).filter((product) => product !== undefined);
  };
}
