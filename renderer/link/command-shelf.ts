/** What a screen offers to be done, with the key that does it. */
export type PageCommand = { id: string; label: string; keys?: string; run: () => void };

export type CommandShelf = {
  /** Takes the place of what the owner offered before; answers how to take it away. */
  offer(owner: string, commands: readonly PageCommand[]): () => void;
  /** The same array until something changes. */
  read(): readonly PageCommand[];
  listen(heard: () => void): () => void;
};

/** Commands of all parts of a screen, in the order in which the parts came. */
export function createCommandShelf(): CommandShelf {
  const byOwner = new Map<string, readonly PageCommand[]>();
  const listeners = new Set<() => void>();
  let all: readonly PageCommand[] = [];
  function tell(): void {
    all = [...byOwner.values()].flat();
    for (const heard of listeners) heard();
  }
  return {
    offer(owner, commands) {
      byOwner.set(owner, commands);
      tell();
      return () => {
        // A newer offer of the same owner stays.
        if (byOwner.get(owner) !== commands) return;
        byOwner.delete(owner);
        tell();
      };
    },
    read: () => all,
    listen(heard) {
      listeners.add(heard);
      return () => listeners.delete(heard);
    },
  };
}
