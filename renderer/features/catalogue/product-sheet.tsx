import { IconCheck, IconDots, IconPhoto, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Product } from '../../../shared/contract/catalogue.ts';
import { useApi } from '../../link/link-provider.tsx';
import { useProblem } from '../../link/use-problem.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { ProblemBlock } from '../../ui/problem-block.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { StateSign } from '../../ui/state-sign.tsx';
import { ProductFields } from './product-fields.tsx';
import { ProductPhotos } from './product-photos.tsx';
import { useProductDeeds } from './use-catalogue.ts';
import { useMoney } from './use-money.ts';
import { useProductForm } from './use-product-form.ts';
import { useRemoveProducts } from './use-remove-products.ts';
import { UsedIn } from './used-in.tsx';

export const sheetWidthPx = 484;

/** A product opened: pictures large, facts, where it is used, and what to make of it. */
export function ProductSheet({ productId, onClose }: { productId: string; onClose: () => void }) {
  const { t } = useTranslation('catalogue');
  const api = useApi();
  const problem = useProblem();
  const found = useQuery(api.catalogue.get.queryOptions({ input: { productId } }));
  if (found.data) return <OpenProduct product={found.data} onClose={onClose} />;
  return (
    <Sheet title={t('sheet.product')} widthPx={sheetWidthPx} onClose={onClose}>
      {found.error ? <ProblemBlock problem={problem(found.error)} /> : <SkeletonRows count={6} />}
    </Sheet>
  );
}

function OpenProduct({ product, onClose }: { product: Product; onClose: () => void }) {
  const { t } = useTranslation('catalogue');
  const money = useMoney();
  const form = useProductForm(product, money);
  return (
    <Sheet
      title={product.title}
      widthPx={sheetWidthPx}
      onClose={onClose}
      beside={
        <span role="status">
          {form.isSaved ? (
            <StateSign tone="muted" icon={<IconCheck aria-hidden />}>
              {t('sheet.saved')}
            </StateSign>
          ) : null}
        </span>
      }
      actions={<ProductMenu productId={product.id} onRemoved={onClose} />}
      footer={<ProductFoot product={product} />}
    >
      <ProductPhotos product={product} />
      {form.failure ? (
        <p className="cat-why" role="alert">
          {form.failure}
        </p>
      ) : null}
      <ProductFields
        shown={form.shown}
        errors={form.errors}
        symbol={money.symbol}
        onChange={form.set}
      />
      <UsedIn productId={product.id} />
    </Sheet>
  );
}

// What stands around the fields is not drawn with each of their letters.

type MenuProps = { productId: string; onRemoved: () => void };

const ProductMenu = memo(function ProductMenu({ productId, onRemoved }: MenuProps) {
  const { t } = useTranslation('catalogue');
  const remove = useRemoveProducts(onRemoved);
  return (
    <Menu
      target={<IconButton label={t('sheet.more')} icon={<IconDots />} />}
      items={[
        {
          label: t('sheet.remove'),
          icon: <IconTrash aria-hidden />,
          danger: true,
          run: () => remove([productId]),
        },
      ]}
    />
  );
});

const ProductFoot = memo(function ProductFoot({ product }: { product: Product }) {
  const { t } = useTranslation('catalogue');
  const deeds = useProductDeeds();
  return (
    <>
      <Button
        size="lg"
        icon={<IconPhoto aria-hidden />}
        onClick={() => deeds.makePictures([product.id])}
      >
        {t('deeds.pictures')}
      </Button>
      <span className="grow" />
      <Button
        kind="primary"
        size="lg"
        onClick={() => deeds.publish(product.id, product.photos[0]?.assetId)}
      >
        {t('deeds.publish')}
      </Button>
    </>
  );
});
