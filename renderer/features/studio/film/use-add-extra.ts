import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import {
  createLayer,
  type LayerLook,
  type NewLayer,
} from '../../../../shared/scene/edit/new-layer.ts';
import { addExtra } from '../../../../shared/scene/film/edit-film.ts';
import { useApi } from '../../../link/link-provider.tsx';
import type { MenuItem } from '../../../ui/menu.tsx';
import type { FilmDesk } from './film-desk.ts';

const plain: LayerLook = {
  ...{ title: 'Fraunces', text: 'Inter' },
  ...{ ground: '#211D1A', paper: '#FAF8F5', accent: '#B8431F' },
};
const offered = ['heart', 'star', 'arrow'];

/** What can be laid over a part, each in the shop's look and then drawn to its place on the stage. */
export function useAddExtra(desk: FilmDesk): MenuItem[] {
  const { t } = useTranslation('film');
  const api = useApi();
  const shop = useQuery(api.shop.get.queryOptions()).data;
  const look: LayerLook = shop ? { ...plain, ...shop.brand.colours } : plain;
  const { part, document, selectLayer, sources } = desk;
  const product = useQuery(
    api.catalogue.get.queryOptions({
      input: { productId: part.productId ?? '-' },
      enabled: part.productId !== undefined,
    }),
  ).data;
  const add = (wish: NewLayer) => {
    if (!sources) return;
    const id = `own-${crypto.randomUUID().slice(0, 8)}`;
    const layer = createLayer(wish, sources.scene, look, id);
    const extra = { layer, at: { xFrac: 0.5, yFrac: 0.42 } };
    document.change((film) => addExtra(film, part.id, extra));
    selectLayer(id);
  };
  const link = product?.link;
  const name = shop?.brand.logoText || shop?.name || '';
  return [
    {
      label: t('layers.addText'),
      run: () => add({ kind: 'text', text: t('fresh.text'), isTitle: true }),
    },
    {
      label: t('layers.addPrice'),
      run: () => add({ kind: 'price', text: part.words.price ?? '0,00 €' }),
    },
    { label: t('layers.addLogo'), run: () => add({ kind: 'logo', text: name }) },
    ...(link ? [{ label: t('layers.addQr'), run: () => add({ kind: 'qr', text: link }) }] : []),
    ...offered.map((stickerId) => ({
      label: t('layers.addSticker', { context: stickerId }),
      run: () => add({ kind: 'sticker', stickerId }),
    })),
  ];
}
