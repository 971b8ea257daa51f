import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Creation } from '../../../../shared/contract/creations.ts';
import type { Format } from '../../../../shared/contract/shapes.ts';
import {
  endGesture,
  redo,
  startHistory,
  step,
  undo,
  type History,
} from '../../../../shared/scene/edit/history.ts';
import type { Scene } from '../../../../shared/scene/scene.ts';
import { changeScene, docOf, formatsOf, type EditorDoc } from './editor-doc.ts';
import { useDocumentSaving } from './use-document-saving.ts';

export type Change = (scene: Scene) => Scene;

/** The picture as it is being changed: its formats, what is selected, steps back and forward, and saving. */
export function useDocument(creation: Creation) {
  const saving = useDocumentSaving(creation);
  const [history, setHistory] = useState<History<EditorDoc>>(() => startHistory(saving.start));
  const [format, setFormat] = useState<Format>(() => formatsOf(saving.start)[0] ?? '1:1');
  const [picked, setPicked] = useState<readonly string[]>([]);
  const [spreads, setSpreads] = useState(true);
  const latest = useRef(history);
  const doc = history.now;
  const shown = doc.scenes[format] ? format : (formatsOf(doc)[0] ?? '1:1');
  const scene = doc.scenes[shown];
  const selected = useMemo(() => {
    const ids = new Set(scene?.layers.map((layer) => layer.id));
    return picked.filter((id) => ids.has(id));
  }, [picked, scene]);

  const { touch } = saving;
  const go = useCallback(
    (next: History<EditorDoc>) => {
      if (next === latest.current) return;
      const isNew = next.now !== latest.current.now;
      latest.current = next;
      setHistory(next);
      if (isNew) touch(next.now, next.gesture?.startsWith('drag') ?? false);
    },
    [touch],
  );

  const changeDoc = useCallback(
    (change: (doc: EditorDoc) => EditorDoc, gesture?: string) =>
      go(step(latest.current, change(latest.current.now), gesture)),
    [go],
  );
  const change = useCallback(
    (make: Change, gesture?: string) =>
      changeDoc((now) => {
        const before = now.scenes[shown];
        return before ? changeScene(now, make(before), spreads) : now;
      }, gesture),
    [changeDoc, shown, spreads],
  );
  const finish = useCallback(() => {
    go(endGesture(latest.current));
    touch(latest.current.now, false);
  }, [go, touch]);

  const restart = () => {
    latest.current = startHistory(docOf(creation));
    setHistory(latest.current);
  };
  useAdopted(creation, saving, restart);

  return {
    ...{ id: creation.id, doc, format: shown, setFormat, scene, selected, spreads, setSpreads },
    ...{ select: setPicked, change, changeDoc, finish, saving },
    undo: useCallback(() => go(undo(latest.current)), [go]),
    redo: useCallback(() => go(redo(latest.current)), [go]),
    takeTheirs(now: Creation) {
      saving.takeTheirs(now);
      restart();
    },
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
  };
}

export type EditorDocument = ReturnType<typeof useDocument>;

/** What another window saved is taken over while nothing here waits to be saved. */
function useAdopted(
  creation: Creation,
  saving: ReturnType<typeof useDocumentSaving>,
  adopt: () => void,
): void {
  const take = useRef(adopt);
  take.current = adopt;
  useEffect(() => {
    if (saving.adopt(creation)) take.current();
  }, [creation, saving]);
}
