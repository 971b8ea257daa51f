/** Work that several may wait for: done once at a time for each name, some at once, the others in their turn.
 *  What nobody waits for any more is stopped. */
export function sharedWork<T>(atOnce: number) {
  type Piece = { done: Promise<T>; waiting: number; stop: AbortController };
  const pieces = new Map<string, Piece>();
  const line: (() => void)[] = [];
  let busy = 0;

  async function inTurn(
    work: (signal: AbortSignal) => Promise<T>,
    signal: AbortSignal,
  ): Promise<T> {
    if (busy >= atOnce) await new Promise<void>((resolve) => line.push(resolve));
    else busy += 1;
    try {
      return await work(signal);
    } finally {
      const next = line.shift();
      if (next) next();
      else busy -= 1;
    }
  }

  function begin(name: string, work: (signal: AbortSignal) => Promise<T>): Piece {
    const stop = new AbortController();
    const done = inTurn(work, stop.signal).finally(() => forget(name, piece));
    const piece: Piece = { done, waiting: 0, stop };
    pieces.set(name, piece);
    return piece;
  }

  /** Whoever comes after it was stopped begins anew. */
  function forget(name: string, piece: Piece): void {
    if (pieces.get(name) === piece) pieces.delete(name);
  }

  return {
    /** Whoever gives a signal that ends waits no longer. */
    async share(
      name: string,
      work: (signal: AbortSignal) => Promise<T>,
      signal?: AbortSignal,
    ): Promise<T> {
      const piece = pieces.get(name) ?? begin(name, work);
      piece.waiting += 1;
      const leave = (): void => {
        piece.waiting -= 1;
        if (piece.waiting > 0) return;
        piece.stop.abort();
        forget(name, piece);
      };
      signal?.addEventListener('abort', leave, { once: true });
      try {
        return await piece.done;
      } finally {
        signal?.removeEventListener('abort', leave);
      }
    },
    async close(): Promise<void> {
      const open = [...pieces.values()];
      for (const { stop } of open) stop.abort();
      await Promise.allSettled(open.map(({ done }) => done));
    },
  };
}
