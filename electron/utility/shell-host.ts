import type { ChildHandle, Host } from '../../core/host.ts';
import type { FromStudio, HostQuestion, ToStudio } from '../messages.ts';

type Child = {
  onMessage: ((message: unknown) => void)[];
  onExit: ((code: number | null, signal: string | null) => void)[];
};
type Asker = { resolve(value: unknown): void; reject(error: Error): void };

export type ShellHostUses = {
  send(message: FromStudio): void;
  secrets: { kind: string; weak: boolean };
  /** Told each secret that passes, so that the log can leave it out. */
  onSecret(secret: string): void;
};

/** The machine as seen from the utility process: every wish is a message to the shell. */
export function createShellHost(uses: ShellHostUses): {
  host: Host;
  hear(message: ToStudio): void;
} {
  const askers = new Map<number, Asker>();
  const children = new Map<number, Child>();
  const wakeListeners = new Set<() => void>();
  let lastId = 0;

  function ask(question: HostQuestion): Promise<unknown> {
    lastId += 1;
    const id = lastId;
    return new Promise((resolve, reject) => {
      askers.set(id, { resolve, reject });
      uses.send({ type: 'ask', id, question });
    });
  }

  function startProcess(
    entry: string,
    options: { args?: string[]; env?: Record<string, string> } = {},
  ): ChildHandle {
    lastId += 1;
    const child = lastId;
    const listeners: Child = { onMessage: [], onExit: [] };
    children.set(child, listeners);
    uses.send({
      type: 'start-child',
      child,
      entry,
      args: options.args ?? [],
      env: options.env ?? {},
    });
    return {
      pid: undefined,
      send: (message) => uses.send({ type: 'child-send', child, message }),
      onMessage: (listener) => void listeners.onMessage.push(listener),
      onExit: (listener) => void listeners.onExit.push(listener),
      kill: () => uses.send({ type: 'child-kill', child }),
    };
  }

  async function readSecret(name: string): Promise<string | undefined> {
    const value = await ask({ name: 'secret-get', secret: name });
    if (typeof value !== 'string') return undefined;
    uses.onSecret(value);
    return value;
  }

  async function keepSecret(name: string, value: string): Promise<void> {
    uses.onSecret(value);
    await ask({ name: 'secret-set', secret: name, value });
  }

  const openFolder = async (folder: 'shop' | 'practice') =>
    (await ask({ name: 'open-folder', folder })) as { dataDir: string };

  const host: Host = {
    kind: 'electron',
    secrets: {
      ...uses.secrets,
      get: readSecret,
      set: keepSecret,
      delete: async (name) => void (await ask({ name: 'secret-delete', secret: name })),
    },
    notify: (note) => uses.send({ type: 'notify', ...note }),
    openExternal: (url) => uses.send({ type: 'open-external', url }),
    showFolder: (path) => uses.send({ type: 'show-folder', path }),
    onWake(listener) {
      wakeListeners.add(listener);
      return () => wakeListeners.delete(listener);
    },
    startProcess,
    login: {
      opens: 'window',
      open: async (login) => (await ask({ name: 'login-open', ...login })) as string | undefined,
      close: () => void ask({ name: 'login-close' }),
    },
    openOwnShop: () => openFolder('shop'),
    openPractice: () => openFolder('practice'),
  };

  function hear(message: ToStudio): void {
    if (message.type === 'told') {
      const asker = askers.get(message.id);
      askers.delete(message.id);
      if (message.error === undefined) asker?.resolve(message.value);
      else asker?.reject(new Error(message.error));
    } else if (message.type === 'wake') {
      for (const listener of wakeListeners) listener();
    } else if (message.type === 'child-message') {
      children.get(message.child)?.onMessage.forEach((listener) => listener(message.message));
    } else if (message.type === 'child-exit') {
      children.get(message.child)?.onExit.forEach((listener) => listener(message.code, null));
      children.delete(message.child);
    }
  }

  return { host, hear };
}
