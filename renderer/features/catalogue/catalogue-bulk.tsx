import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BulkBar } from '../../ui/bulk-bar.tsx';
import { Button } from '../../ui/button.tsx';
import { noSelection } from '../../ui/select-rows.ts';
import { PriceDialog } from './price-dialog.tsx';
import { useProductDeeds, type Catalogue } from './use-catalogue.ts';
import { useRemoveProducts } from './use-remove-products.ts';

/** What can be done with the chosen products at once. */
export function CatalogueBulk({ catalogue }: { catalogue: Catalogue }) {
  const { t } = useTranslation(['catalogue', 'series']);
  const { selection, setSelection, products } = catalogue;
  const deeds = useProductDeeds();
  const clear = () => setSelection(noSelection);
  const remove = useRemoveProducts(clear);
  const [isPricing, setPricing] = useState(false);
  const chosen = products.filter((product) => selection.ids.has(product.id));
  const ids = chosen.map((product) => product.id);
  return (
    <>
      <BulkBar count={chosen.length} onClear={clear}>
        <Button onClick={() => deeds.makePictures(ids)}>{t('deeds.pictures')}</Button>
        <Button onClick={() => deeds.preparePosts(ids)}>{t('series:prepare')}</Button>
        <Button onClick={() => setPricing(true)}>{t('deeds.price')}</Button>
        <Button onClick={() => remove(ids)}>{t('deeds.remove')}</Button>
      </BulkBar>
      {isPricing ? <PriceDialog products={chosen} onClose={() => setPricing(false)} /> : null}
    </>
  );
}
