import type { EditorDoc } from './editor-doc.ts';

type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
export type RescuedDoc = { version: number; doc: EditorDoc };

const keyOf = (id: string): string => `vitrine-picture-${id}`;

/** Keeps in the browser what the studio has not taken yet, so that a crash costs nothing. `version` is
 *  the one it was changed on. */
export function rescueDocs(storage: Shelf) {
  return {
    keep(id: string, kept: RescuedDoc): void {
      try {
        storage.setItem(keyOf(id), JSON.stringify(kept));
      } catch {
        // A full store must not stop the work: the studio itself saves a moment later.
      }
    },
    read(id: string): RescuedDoc | undefined {
      try {
        const found = JSON.parse(storage.getItem(keyOf(id)) ?? 'null') as RescuedDoc | null;
        const isWhole =
          typeof found?.version === 'number' &&
          typeof found.doc?.name === 'string' &&
          typeof found.doc.scenes === 'object';
        return isWhole ? found : undefined;
      } catch {
        return undefined;
      }
    },
    drop: (id: string): void => storage.removeItem(keyOf(id)),
  };
}
