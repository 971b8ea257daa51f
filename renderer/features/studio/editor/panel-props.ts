import type { Layer, Scene } from '../../../../shared/scene/scene.ts';
import type { AddLayers } from './use-add-layers.ts';
import type { EditorDocument } from './use-document.ts';
import type { EditorPhotos } from './use-editor-photos.ts';
import type { EditorTools } from './use-editor-tools.ts';
import type { LayerDeeds } from './use-layer-deeds.ts';

export type PanelProps = {
  document: EditorDocument;
  scene: Scene;
  deeds: LayerDeeds;
  tools: EditorTools;
  photos: EditorPhotos & {
    /** Whether the background of the photo being retouched is one colour, once that is known. */
    isPlain?: boolean | undefined;
  };
  add: AddLayers;
};
export type RowsProps<L extends Layer = Layer> = PanelProps & {
  layer: L;
  /** Changes this layer; steps of one `gesture` are undone together. */
  set: (patch: Partial<L>, gesture?: string) => void;
};
