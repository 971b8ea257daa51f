// The second seam: what the studio asks of the machine it runs on.

export type SecretStore = {
  /** `keyring`, `safe-storage`, `file`; shown to the merchant. */
  kind: string;
  /** True when another program of the same user could read the secrets. */
  weak: boolean;
  get(name: string): Promise<string | undefined>;
  set(name: string, value: string): Promise<void>;
  delete(name: string): Promise<void>;
};

/** A child process that talks in JSON messages. */
export type ChildHandle = {
  pid: number | undefined;
  send(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  onExit(listener: (code: number | null, signal: string | null) => void): void;
  kill(): void;
};

/** How a person gets from here to a network's login page and back. `tab`: the page is opened in a tab
 *  of the browser and comes back to this host. `window`: the host shows it in a window of its own and
 *  answers the address at which it came back, or nothing when the window was closed. */
export type HostLogin =
  | {
      opens: 'tab';
      /** As `http://127.0.0.1:4000`; undefined until it listens. */ origin(): string | undefined;
    }
  | {
      opens: 'window';
      open(login: { url: string; returnUrl: string }): Promise<string | undefined>;
      close(): void;
    };

export type Host = {
  kind: 'server' | 'electron';
  secrets: SecretStore;
  notify(note: { title: string; body: string }): void;
  openExternal(url: string): void;
  /** Shows a folder in the system's file window; absent where the host cannot. */
  showFolder?(path: string): void;
  /** Calls back after the machine slept; answers how to stop listening. */
  onWake(listener: () => void): () => void;
  /** Starts one of our own entry files (absolute path) in a process of its own. */
  startProcess(
    entry: string,
    options?: { args?: string[]; env?: Record<string, string> },
  ): ChildHandle;
  /** Absent where nothing can be shown: then a token is pasted. */
  login?: HostLogin;
  /** Closes this data folder and opens the merchant's own; absent where the host cannot. */
  openOwnShop?(): Promise<{ dataDir: string }>;
  /** Opens the practice folder beside this one; absent where this folder itself becomes it. */
  openPractice?(): Promise<{ dataDir: string }>;
};
