import type { SizePx } from '../../../../shared/scene/photo-work/plan-photo.ts';
import type { PhotoEdit } from './use-photo-edit.ts';

export type PhotoEditingProps = {
  assetId: string;
  assetIds: string[];
  source: SizePx;
  edit: PhotoEdit;
  onOpen: (assetId: string) => void;
  onClose: () => void;
};
