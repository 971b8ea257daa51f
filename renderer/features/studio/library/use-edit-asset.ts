import { useNavigate } from '@tanstack/react-router';
import type { Asset } from '../../../../shared/contract/media.ts';
import { useApi } from '../../../link/link-provider.tsx';
import { useChange } from '../../../link/use-change.ts';

type Editable = Pick<Asset, 'id' | 'kind' | 'origin'>;

/** Where a picture is edited: one that was made here in the editor, a photo in the photo room; films and
 *  sounds nowhere. */
export function editorOf({ kind, origin }: Pick<Asset, 'kind' | 'origin'>) {
  if (kind !== 'photo') return undefined;
  return origin === 'studio' ? ('editor' as const) : ('photo' as const);
}

/** Opens a picture where it is edited. */
export function useEditAsset() {
  const api = useApi();
  const navigate = useNavigate();
  const open = useChange(
    api.creations.open.mutationOptions({
      onSuccess: ({ id }) => void navigate({ to: '/studio/editor/$id', params: { id } }),
    }),
  );
  return {
    isOpening: open.isPending,
    /** As a layer of a new picture, or as the picture that it was made as. */
    compose: (assetId: string): void => open.mutate({ assetId }),
    edit(asset: Editable): void {
      const where = editorOf(asset);
      if (where === 'editor') open.mutate({ assetId: asset.id });
      if (where === 'photo') void navigate({ to: '/studio/photo', search: { assets: asset.id } });
    },
    retouch: (assetIds: readonly string[]): void =>
      void navigate({ to: '/studio/photo', search: { assets: assetIds.slice(0, 200).join(',') } }),
  };
}
