import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { firstShopId } from '../../../../shared/contract/shop.ts';
import type { Kit } from '../../../../shared/contract/brand.ts';
import { useApi } from '../../../link/link-provider.tsx';
import { useShopFocus } from '../../../link/shop-focus.tsx';
import { Button } from '../../../ui/button.tsx';
import { useToast } from '../../../ui/toast.tsx';
import type { KitDeeds } from './use-kit-deeds.ts';

/** Whose kit is looked at: that of the shop in the top bar, until another is chosen here. */
export function useKitShop() {
  const focus = useShopFocus();
  const api = useApi();
  const shop = useQuery(api.shop.get.queryOptions());
  const [chosen, setChosen] = useState<string>();
  const shops = focus.shops.map(({ id, name }) => ({ id, name }));
  const firstName = shop.data?.name ?? '';
  const now = shops.find(({ id }) => id === (chosen ?? focus.shop?.id));
  return {
    shops,
    firstName,
    shopId: now?.id ?? firstShopId,
    shopName: now?.name ?? firstName,
    choose: setChosen,
  };
}

type Props = { kit: Kit; firstName: string; shopName: string; deeds: KitDeeds };

/** A further shop without a kit of its own wears that of the first one. */
export function InheritedNote({ kit, firstName, shopName, deeds }: Props) {
  const { t } = useTranslation('brand');
  return (
    <div className="brand-inherited">
      <p>{t('shops.inherited', { shop: shopName, first: firstName })}</p>
      <Button kind="primary" onClick={() => void deeds.apply({ colours: kit.colours })}>
        {t('shops.makeOwn')}
      </Button>
    </div>
  );
}

/** The way back to the first shop's kit. */
export function GiveUpKit({ firstName, shopName, deeds }: Omit<Props, 'kit'>) {
  const { t } = useTranslation('brand');
  const toast = useToast();
  const giveUp = async (): Promise<void> => {
    const undo = await deeds.apply({ inherited: true });
    const text = t('shops.givenUp', { shop: shopName, first: firstName });
    if (undo) toast({ text, undo: () => void deeds.apply(undo), key: 'brand' });
  };
  return (
    <div>
      <Button kind="quiet" onClick={() => void giveUp()}>
        {t('shops.giveUp', { first: firstName })}
      </Button>
    </div>
  );
}
