import { useMemo, useRef, useState, useEffect, useCallback } from 'react';
import type { Creation } from '../../../../shared/contract/creations.ts';
import { createAutosave, type SaveState } from '../../../link/create-autosave.ts';
import { useStudio } from '../../../link/link-provider.tsx';
import { changeOf, docOf, type EditorDoc } from './editor-doc.ts';
import { rescueDocs } from './rescue-doc.ts';

const delayMs = 800;

/** Saves a picture by itself: in the browser with each change, in the studio within a second. */
export function useDocumentSaving(creation: Creation) {
  const { client } = useStudio();
  const rescue = useMemo(() => rescueDocs(window.localStorage), []);
  const { id } = creation;
  const [begun] = useState(() => begin(creation, rescue.read(id)));
  const stored = useRef({ version: begun.version, doc: docOf(creation) });
  const latest = useRef(begun.doc);
  const [state, setState] = useState<{ state: SaveState; error?: unknown }>({ state: 'clean' });

  const autosave = useMemo(
    () =>
      createAutosave<EditorDoc>({
        delayMs,
        onState: (next, error) => setState({ state: next, error }),
        save: async (doc) => {
          const change = changeOf(stored.current.doc, doc);
          if (change) {
            const { version } = stored.current;
            const answer = await client.creations.save({ id, version, ...change });
            stored.current = { version: answer.version, doc };
          }
          if (latest.current === doc) rescue.drop(id);
        },
      }),
    [client, id, rescue],
  );

  useEffect(() => {
    if (begun.doc !== stored.current.doc && begun.isRescued) autosave.touch(begun.doc);
    const flush = () => void autosave.flush().catch(() => {});
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [autosave, begun]);

  /** `isPassing` is for what changes with every frame: it is kept once the hand lets go. */
  const touch = useCallback(
    (doc: EditorDoc, isPassing: boolean) => {
      latest.current = doc;
      // What is undone while a change of it waits or is being saved has to follow that change.
      const isStored = !autosave.isAtWork() && !changeOf(stored.current.doc, doc);
      if (isPassing || isStored) return;
      rescue.keep(id, { version: stored.current.version, doc });
      autosave.touch(doc);
    },
    [autosave, id, rescue],
  );

  return {
    start: begun.doc,
    ...state,
    touch,
    flush: autosave.flush,
    /** Whether what the studio holds now stands in for what is here. */
    adopt(now: Creation): boolean {
      const isNewer = now.version > stored.current.version;
      if (!isNewer || autosave.isAtWork() || changeOf(stored.current.doc, latest.current))
        return false;
      takeOver(now);
      return true;
    },
    /** After two windows changed it: one's own goes over the other's. */
    async keepMine() {
      const now = await client.creations.get({ id });
      stored.current = { version: now.version, doc: docOf(now) };
      autosave.touch(latest.current);
    },
    takeTheirs(now: Creation) {
      autosave.forget();
      rescue.drop(id);
      takeOver(now);
    },
  };

  function takeOver(now: Creation): void {
    stored.current = { version: now.version, doc: docOf(now) };
    latest.current = stored.current.doc;
  }
}

/** Changes that a crash left in this browser come first, as long as they were made on this version. */
function begin(creation: Creation, rescued: ReturnType<ReturnType<typeof rescueDocs>['read']>) {
  if (rescued?.version === creation.version)
    return { doc: rescued.doc, version: creation.version, isRescued: true };
  return { doc: docOf(creation), version: creation.version, isRescued: false };
}
