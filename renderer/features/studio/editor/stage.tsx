import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Scene } from '../../../../shared/scene/scene.ts';
import { EditorCanvas } from './editor-canvas.tsx';
import { layerName } from './layer-names.ts';
import { SafeZones } from './safe-zones.tsx';
import { SelectionFrame } from './selection-frame.tsx';
import { TextEdit } from './text-edit.tsx';
import type { EditorDocument } from './use-document.ts';
import type { StagePhotos } from './draw-stage.ts';
import type { Hands } from './use-hands.ts';
import { usePinch } from './use-pinch.ts';
import type { EditorTools } from './use-editor-tools.ts';
import type { EditorView } from './use-view.ts';

type Props = {
  document: EditorDocument;
  scene: Scene;
  view: EditorView;
  photos: StagePhotos;
  hands: Hands;
  tools: EditorTools;
};

/** The picture on its neutral ground, with what is selected drawn over it. */
export function Stage({ document, scene, view, photos, hands, tools }: Props) {
  const { t } = useTranslation('editor');
  const { zoom, xPx, yPx } = view.view;
  const shown = useShownScene(scene, tools.writing);
  const editing = scene.layers.find((layer) => layer.id === tools.writing);
  return (
    <div
      ref={view.ref}
      className={`editor-stage ${tools.isPanning ? 'editor-panning' : ''}`}
      role="group"
      tabIndex={0}
      aria-label={t('stage.label')}
      aria-describedby="editor-stage-help"
      data-stage
      {...usePinch(view, hands)}
    >
      <span id="editor-stage-help" className="hidden-text">
        {t('stage.help')}
      </span>
      {view.isReady ? (
        <div
          className="editor-board"
          style={{
            transform: `translate(${xPx}px, ${yPx}px)`,
            width: scene.widthPx * zoom,
            height: scene.heightPx * zoom,
          }}
        >
          <EditorCanvas
            scene={shown}
            photos={photos}
            scale={canvasScale(zoom)}
            label={document.doc.name}
          />
          <SafeZones format={scene.format} shown={tools.zones} />
          <SelectionFrame {...{ document, scene, hands, tools, zoom }} />
          {editing && 'text' in editing ? (
            <TextEdit key={editing.id} {...{ document, zoom, tools }} layer={editing} />
          ) : null}
        </div>
      ) : null}
      <Spoken document={document} scene={scene} />
    </div>
  );
}

/** Sharp on every screen, and never finer than the file itself. */
function canvasScale(zoom: number): number {
  return Math.min(1, zoom * window.devicePixelRatio);
}

/** Words being written stand in their field and not beneath it too. */
function useShownScene(scene: Scene, writing: string | undefined): Scene {
  if (writing === undefined) return scene;
  return { ...scene, layers: scene.layers.filter((layer) => layer.id !== writing) };
}

/** Says what is selected and where it stands, once it rests. */
function Spoken({ document, scene }: { document: EditorDocument; scene: Scene }) {
  const { t } = useTranslation('editor');
  const [said, setSaid] = useState('');
  const latest = useRef('');
  const { selected } = document;
  const only = selected.length === 1 && scene.layers.find((layer) => layer.id === selected[0]);
  latest.current = only
    ? t('stage.selected', { name: layerName(only, t), x: only.box.xPx, y: only.box.yPx })
    : t('stage.count', { count: selected.length });
  const now = latest.current;
  useEffect(() => {
    const timer = setTimeout(() => setSaid(latest.current), 300);
    return () => clearTimeout(timer);
  }, [now]);
  return (
    <span className="hidden-text" role="status">
      {said}
    </span>
  );
}
