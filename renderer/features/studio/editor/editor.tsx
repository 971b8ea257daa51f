import { useTranslation } from 'react-i18next';
import { useCallback } from 'react';
import type { Creation } from '../../../../shared/contract/creations.ts';
import type { Scene } from '../../../../shared/scene/scene.ts';
import { EditorHead } from './editor-head.tsx';
import { KeysHelp } from './keys-help.tsx';
import { LayersPanel } from './layers-panel.tsx';
import { LeftPanel } from './left-panel.tsx';
import { PropertiesPanel } from './properties-panel.tsx';
import { Stage } from './stage.tsx';
import { useAddLayers } from './use-add-layers.ts';
import { useDocument } from './use-document.ts';
import { useEditorClipboard } from './use-editor-clipboard.ts';
import { useEditorKeys } from './use-editor-keys.ts';
import { useEditorPhotos } from './use-editor-photos.ts';
import { useEditorTools } from './use-editor-tools.ts';
import { useHands } from './use-hands.ts';
import { useLayerDeeds } from './use-layer-deeds.ts';
import { useLiveLook } from './use-live-look.ts';
import { useView } from './use-view.ts';
import { ViewBar } from './view-bar.tsx';
import { VersionNote } from './version-note.tsx';
import { FileDrop } from '../../../ui/file-drop.tsx';

const noScene = { format: '1:1', widthPx: 1080, heightPx: 1080, durationMs: 0 } as const;

/** Picture in the middle, templates and brand left, layers and their properties right. */
export function Editor({ creation }: { creation: Creation }) {
  const { t } = useTranslation('editor');
  const document = useDocument(creation);
  const scene = document.scene ?? { ...noScene, background: '#FFFFFF', layers: [] };
  const tools = useEditorTools();
  const view = useView(scene);
  const photos = useStagePhotos(scene, drawnSidePx(scene, view.view.zoom), tools.retouching);
  const deeds = useLayerDeeds(document);
  const add = useAddLayers(document, deeds);
  const open = useOpenLayer(document, tools);
  const isPanning = tools.isPanningNow;
  const { sourceOf } = photos;
  const { cropping } = tools;
  const hands = useHands({ document, scene, view, cropping, sourceOf, isPanning, onOpen: open });
  useEditorKeys({ document, deeds, tools, view, hands, onOpen: open });
  useEditorClipboard({
    document,
    deeds,
    onText: add.text,
    onFiles: (files) => void add.files(files),
  });
  return (
    <div className="editor">
      <EditorHead document={document} />
      <LeftPanel document={document} deeds={deeds} add={add} />
      <section className="editor-work" aria-label={t('stage.area')}>
        <FileDrop label={t('stage.drop')} onFiles={(files) => void add.files(files)}>
          <Stage {...{ document, scene, view, photos, hands, tools }} />
        </FileDrop>
        <VersionNote document={document} creation={creation} missing={photos.missing} />
        <ViewBar view={view} tools={tools} format={scene.format} />
      </section>
      <aside className="editor-side editor-right" aria-label={t('panel.right')}>
        <h2 className="hidden-text">{t('panel.right')}</h2>
        <LayersPanel {...{ document, scene, deeds, add }} />
        <PropertiesPanel {...{ document, scene, deeds, tools, photos, add }} />
      </aside>
      <KeysHelp opened={tools.isHelping} onClose={() => tools.setHelping(false)} />
    </div>
  );
}

/** The photos of the scene, and the one whose sliders are open as it is set now. */
function useStagePhotos(scene: Scene, sidePx: number, retouching: string | undefined) {
  const photos = useEditorPhotos(scene, sidePx);
  const layer = scene.layers.find((one) => one.id === retouching);
  const photo = layer?.kind === 'photo' ? layer : undefined;
  return { ...photos, ...useLiveLook(photo, photo && photos.uprightOf(photo.photoId)) };
}

/** Photos are asked for in few sizes, so that zooming a little brings no new ones. */
function drawnSidePx(scene: { widthPx: number; heightPx: number }, zoom: number): number {
  const longest = Math.max(scene.widthPx, scene.heightPx);
  const wanted = longest * Math.min(1, zoom * window.devicePixelRatio);
  return Math.min(longest, [640, 1280].find((size) => size >= wanted) ?? longest);
}

/** A double click, or Enter: words are written, a photo is framed. */
function useOpenLayer(
  document: ReturnType<typeof useDocument>,
  tools: ReturnType<typeof useEditorTools>,
) {
  const { scene, select } = document;
  const { write, crop } = tools;
  return useCallback(
    (layerId: string) => {
      const layer = scene?.layers.find((one) => one.id === layerId);
      if (!layer || layer.locked) return;
      select([layerId]);
      if ('style' in layer) write(layerId);
      else if (layer.kind === 'photo') crop(layerId);
    },
    [scene, select, write, crop],
  );
}
