import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import {
  createLayer,
  type LayerLook,
  type NewLayer,
} from '../../../../shared/scene/edit/new-layer.ts';
import { useApi, useStudio } from '../../../link/link-provider.tsx';
import { importFiles } from '../../../link/upload.ts';
import { useToast } from '../../../ui/toast.tsx';
import type { EditorDocument } from './use-document.ts';
import { newLayerId, type LayerDeeds } from './use-layer-deeds.ts';

const plain: LayerLook = {
  ...{ title: 'Fraunces', text: 'Inter' },
  ...{ ground: '#211D1A', paper: '#FAF8F5', accent: '#B8431F' },
};

/** Fresh layers in the shop's look: from a menu, from pasted words, from pictures dropped in. */
export function useAddLayers(document: EditorDocument, deeds: LayerDeeds) {
  const { t } = useTranslation('editor');
  const api = useApi();
  const { client } = useStudio();
  const queries = useQueryClient();
  const toast = useToast();
  const shop = useQuery(api.shop.get.queryOptions()).data;
  const brand = shop?.brand;
  const look: LayerLook = brand ? { ...plain, ...brand.colours } : plain;

  const add = (wish: NewLayer): void => {
    if (document.scene) deeds.add([createLayer(wish, document.scene, look, newLayerId())]);
  };
  const photo = async (assetId: string): Promise<void> => {
    const asset = await queries.fetchQuery(api.media.get.queryOptions({ input: { assetId } }));
    const { widthPx = 1, heightPx = 1 } = asset;
    add({ kind: 'photo', photoId: asset.id, ratio: widthPx / heightPx });
  };
  return {
    look,
    shop,
    add,
    photo,
    title: () => add({ kind: 'text', text: t('fresh.title'), isTitle: true }),
    text: (text: string) => add({ kind: 'text', text }),
    async files(files: readonly File[]): Promise<readonly string[]> {
      const { imported, refused } = await importFiles(client, files);
      for (const { name, problem } of refused)
        toast({ title: `${name} : ${problem.title}`, text: `${problem.what} ${problem.todo}` });
      for (const { assetId } of imported) await photo(assetId);
      return imported.map(({ assetId }) => assetId);
    },
    /** Takes another photo's place, or stands on its own where none is selected. */
    replacePhoto(assetId: string, layerId: string | undefined) {
      if (!layerId) return void photo(assetId);
      deeds.set([layerId], (layer) => {
        if (layer.kind !== 'photo') return layer;
        const { crop: _crop, focus: _focus, work: _work, ...rest } = layer;
        return { ...rest, photoId: assetId };
      });
    },
  };
}

export type AddLayers = ReturnType<typeof useAddLayers>;
