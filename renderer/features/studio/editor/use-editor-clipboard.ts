import { useEffect, useRef } from 'react';
import { pickLayers } from '../../../../shared/scene/edit/change-layers.ts';
import {
  fitLayers,
  layersMime,
  readLayers,
  wordsOf,
  writeLayers,
} from '../../../../shared/scene/edit/scene-clipboard.ts';
import type { EditorDocument } from './use-document.ts';
import { newLayerId, type LayerDeeds } from './use-layer-deeds.ts';

type Uses = {
  document: EditorDocument;
  deeds: LayerDeeds;
  onText: (text: string) => void;
  onFiles: (files: readonly File[]) => void;
};

/** Copies layers between formats, pictures and windows; pasted words and pictures become layers. */
export function useEditorClipboard(uses: Uses): void {
  const latest = useRef(uses);
  latest.current = uses;
  useEffect(() => {
    const copy = (event: ClipboardEvent) => {
      const { document, deeds } = latest.current;
      if (isElsewhere(event) || !document.scene || document.selected.length === 0) return;
      const layers = pickLayers(document.scene, document.selected);
      event.clipboardData?.setData(layersMime, writeLayers(document.scene, layers));
      event.clipboardData?.setData('text/plain', wordsOf(layers));
      event.preventDefault();
      if (event.type === 'cut') deeds.remove();
    };
    const paste = (event: ClipboardEvent) => {
      const { document, deeds, onText, onFiles } = latest.current;
      const { clipboardData } = event;
      if (isElsewhere(event) || !document.scene || !clipboardData) return;
      event.preventDefault();
      const copied = readLayers(clipboardData.getData(layersMime));
      const files = [...clipboardData.files].filter((file) => file.type.startsWith('image/'));
      const text = clipboardData.getData('text/plain').trim();
      if (copied) deeds.add(fitLayers(copied, document.scene, newLayerId));
      else if (files.length > 0) onFiles(files);
      else if (text) onText(text.slice(0, 2000));
    };
    window.addEventListener('copy', copy);
    window.addEventListener('cut', copy);
    window.addEventListener('paste', paste);
    return () => {
      window.removeEventListener('copy', copy);
      window.removeEventListener('cut', copy);
      window.removeEventListener('paste', paste);
    };
  }, []);
}

function isElsewhere(event: ClipboardEvent): boolean {
  const target = event.target as HTMLElement | null;
  const isField = target?.closest?.('input, textarea, select, [role=dialog]');
  return isField !== null && isField !== undefined;
}
