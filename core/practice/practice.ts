import type { ChildHandle, Host } from '../host.ts';

/** What the practice network says when it is ready; its tokens live in memory only. */
export type PracticeReady = {
  url: string;
  control: string;
  token: string;
  app: { id: string; secret: string };
  user: { id: string; token: string };
  page: { id: string; token: string };
  instagram: { id: string };
  catalogue: { id: string };
};

export type Practice = {
  /** Starts the network beside the studio, or answers the one that runs. */
  start(): Promise<PracticeReady>;
  ready(): PracticeReady | undefined;
  close(): void;
};

const restartDelayMs = 1000;

/** Keeps the practice network running beside the studio; it is started again when it dies. */
export function createPractice(uses: {
  host: Host;
  entry: string;
  folder: string;
  clockFile?: string | undefined;
  /** Told each time the network stands again, its tokens being the same. */
  onReady: (ready: PracticeReady) => Promise<void>;
  onError: (error: unknown) => void;
}): Practice {
  let child: ChildHandle | undefined;
  let ready: PracticeReady | undefined;
  let starting: Promise<PracticeReady> | undefined;
  let closed = false;

  function launch(): Promise<PracticeReady> {
    return new Promise((resolve, reject) => {
      const args = [uses.folder, uses.clockFile ?? ''];
      const started = uses.host.startProcess(uses.entry, { args });
      child = started;
      started.onMessage((message) => {
        ready = message as PracticeReady;
        uses.onReady(ready).then(() => resolve(message as PracticeReady), reject);
      });
      started.onExit((code) => {
        reject(new Error(`the practice network ended with ${code ?? 'a signal'}`));
        if (child !== started) return;
        ready = undefined;
        starting = undefined;
        if (!closed) setTimeout(relaunch, restartDelayMs).unref();
      });
    });
  }

  function relaunch(): void {
    if (!closed) start().catch(uses.onError);
  }

  function start(): Promise<PracticeReady> {
    starting ??= launch();
    return starting;
  }

  return {
    start,
    ready: () => ready,
    close() {
      closed = true;
      child?.kill();
    },
  };
}
