import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Kit } from '../../../../shared/contract/brand.ts';
import {
  createLayer,
  type LayerLook,
  type NewLayer,
} from '../../../../shared/scene/edit/new-layer.ts';
import { isUntouched, readPhotoWork } from '../../../../shared/scene/photo-work/photo-work.ts';
import { workedSize } from '../../../../shared/scene/photo-work/plan-photo.ts';
import type { Layer } from '../../../../shared/scene/scene.ts';
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
  const toast = useToast();
  const shop = useQuery(api.shop.get.queryOptions()).data;
  const kit = useQuery(api.brand.get.queryOptions({ input: {} })).data;
  const look: LayerLook = { ...plain, ...kit?.colours, ...kit?.fonts };
  const words = kit?.logoText.trim() || shop?.name || 'Vitrine';

  const add = (wish: NewLayer): void => {
    if (document.scene) deeds.add([createLayer(wish, document.scene, look, newLayerId())]);
  };
  /** A photo of the library comes with what is done to it there. */
  const readWorked = async (assetId: string) => {
    const { items } = await client.photoWork.get({ assetIds: [assetId] });
    const [found] = items;
    const work = readPhotoWork(found?.work);
    const size = workedSize({ widthPx: found?.widthPx ?? 1, heightPx: found?.heightPx ?? 1 }, work);
    return { size, ...(isUntouched(work) ? {} : { work }) };
  };
  const photo = async (photoId: string): Promise<void> => {
    const { size, ...worked } = await readWorked(photoId);
    const { scene } = document;
    if (!scene) return;
    const wish = { kind: 'photo' as const, photoId, ratio: size.widthPx / size.heightPx };
    deeds.add([{ ...createLayer(wish, scene, look, newLayerId()), ...worked } as Layer]);
  };
  return {
    look,
    kit,
    /** The logo in letters. */
    words,
    add,
    logo(logo: Kit['logo']): void {
      const photo = logo && { photoId: logo.assetId, ratio: logo.ratio };
      add({ kind: 'logo', text: words, photo });
    },
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
    async replacePhoto(assetId: string, layerId: string | undefined): Promise<void> {
      if (!layerId) return photo(assetId);
      const { size: _size, ...worked } = await readWorked(assetId);
      deeds.set([layerId], (layer) => {
        if (layer.kind !== 'photo') return layer;
        const { crop: _crop, focus: _focus, work: _work, ...rest } = layer;
        return { ...rest, photoId: assetId, ...worked };
      });
    },
  };
}

export type AddLayers = ReturnType<typeof useAddLayers>;
