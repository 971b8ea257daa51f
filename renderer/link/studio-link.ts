import { ORPCError } from '@orpc/client';
import type { Carrier, LinkCall, OpenCarrier } from './carrier.ts';

export type LinkState = 'connecting' | 'open' | 'lost';

export type StudioLink = {
  call: LinkCall;
  state: () => LinkState;
  /** Answers how to stop listening. */
  onState: (listener: () => void) => () => void;
  /** Leaves this connection for a new one, as after a change of language. */
  reopen: () => void;
  end: () => void;
};

type Options = {
  openCarrier: OpenCarrier;
  /** Waits before try `attempt` (0 is the first again). */
  pause: (attempt: number) => Promise<void>;
  /** Gives a change the id under which it is applied once, however often it is sent. */
  prepareInput: (path: readonly string[], input: unknown) => unknown;
};

/** 0.25, 0.5, 1, 2 … 5 seconds. */
export function backoffMs(attempt: number): number {
  return Math.min(5_000, 250 * 2 ** Math.min(attempt, 10));
}

/** A link that outlives its connection: a call cut off midway is sent again on the next one. That is
 *  safe because reading changes nothing and every change carries a clientId. */
export function createStudioLink({ openCarrier, pause, prepareInput }: Options): StudioLink {
  const listeners = new Set<() => void>();
  let state: LinkState = 'connecting';
  let carrier: Carrier | undefined;
  let connecting: Promise<Carrier> | undefined;
  let ended = false;

  function setState(next: LinkState): void {
    if (state === next) return;
    state = next;
    for (const listener of listeners) listener();
  }

  async function connect(): Promise<Carrier> {
    for (let attempt = 0; !ended; attempt += 1) {
      try {
        const opened = await openCarrier();
        carrier = opened;
        connecting = undefined;
        void opened.closed.then(() => leave(opened));
        setState('open');
        return opened;
      } catch {
        setState('lost');
        await pause(attempt);
      }
    }
    throw new Error('The link has ended.');
  }

  function leave(gone: Carrier): void {
    if (carrier !== gone) return;
    carrier = undefined;
    if (ended) return;
    setState('lost');
    connecting = connect();
  }

  const ready = (): Promise<Carrier> =>
    carrier ? Promise.resolve(carrier) : (connecting ??= connect());

  const call: LinkCall = async (path, input, options) => {
    const prepared = prepareInput(path, input);
    for (;;) {
      const used = await withAbort(ready(), options.signal);
      try {
        return await used.call(path, prepared, options);
      } catch (error) {
        if (error instanceof ORPCError || used.isOpen() || options.signal?.aborted) throw error;
        leave(used);
      }
    }
  };

  return {
    call,
    state: () => state,
    onState(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    reopen: () => carrier?.close(),
    end() {
      ended = true;
      carrier?.close();
    },
  };
}

function withAbort<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work;
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason as Error);
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject);
  });
}
