type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem'>;

const keyOf = (threadId: string): string => `vitrine-reply-${threadId}`;

/** What was being written in a thread, kept over closing the window. A full or refused storage costs
 *  the keeping, never the writing. */
export function draftKeeper(storage: Storage) {
  return {
    read(threadId: string): string {
      try {
        return storage.getItem(keyOf(threadId)) ?? '';
      } catch {
        return '';
      }
    },
    keep(threadId: string, text: string): void {
      try {
        if (text === '') storage.removeItem(keyOf(threadId));
        else storage.setItem(keyOf(threadId), text);
      } catch {
        // The text stays in the box.
      }
    },
  };
}
