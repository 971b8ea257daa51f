// What the shell's main process and the studio's utility process say to each other.

/** The studio asks the machine; each question is answered once, by its id. */
export type HostQuestion =
  | { name: 'secret-get'; secret: string }
  | { name: 'secret-set'; secret: string; value: string }
  | { name: 'secret-delete'; secret: string }
  | { name: 'open-folder'; folder: 'shop' | 'practice' }
  /** Answered with the address at which the login came back, or nothing when it was closed. */
  | { name: 'login-open'; url: string; returnUrl: string }
  | { name: 'login-close' };

export type FromStudio =
  | { type: 'ready' }
  | { type: 'refused'; title: string; what: string; todo: string }
  | { type: 'ask'; id: number; question: HostQuestion }
  | { type: 'notify'; title: string; body: string }
  | { type: 'open-external'; url: string }
  | { type: 'show-folder'; path: string }
  | {
      type: 'start-child';
      child: number;
      entry: string;
      args: string[];
      env: Record<string, string>;
    }
  | { type: 'child-send'; child: number; message: unknown }
  | { type: 'child-kill'; child: number }
  | { type: 'answered'; id: number; value?: unknown; error?: string };

export type ToStudio =
  /** Comes with a MessagePort that carries the contract. */
  | { type: 'window-port'; language: string }
  | { type: 'told'; id: number; value?: unknown; error?: string }
  | { type: 'wake' }
  | { type: 'stop' }
  | { type: 'child-message'; child: number; message: unknown }
  | { type: 'child-exit'; child: number; code: number | null }
  | { type: 'locate'; id: number; pathname: string; search: string }
  | { type: 'upload'; id: number; path: string; name: string };

/** How the utility process is started: JSON in its first argument. */
export type StudioStart = {
  dataDir: string;
  resourcesDir: string;
  practice: boolean;
  secrets: { kind: string; weak: boolean };
};
