import type { MessagePortMain, UtilityProcess } from 'electron';
import type { FromStudio, HostQuestion, StudioStart, ToStudio } from '../messages.ts';

export type StudioProcessUses = {
  fork(entry: string, args: string[], env?: Record<string, string>): UtilityProcess;
  entry: string;
  start: StudioStart;
  answerQuestion(question: HostQuestion): unknown;
  notify(note: { title: string; body: string }): void;
  openExternal(url: string): void;
  showFolder(path: string): void;
  onReady(): void;
  onRefused(sentences: { title: string; what: string; todo: string }): void;
  onExit(code: number): void;
};

export type StudioProcess = {
  /** Gives the studio one end of a channel that carries the contract. */
  connect(port: MessagePortMain, language: string): void;
  locate(pathname: string, search: string): Promise<{ file: string; mime: string } | undefined>;
  upload(path: string, name: string): Promise<unknown>;
  wake(): void;
  /** Asks it to finish and end; kills it when it does not. */
  stop(): Promise<void>;
};

const stopLimitMs = 12_000;

/** Runs the studio in a utility process and does for it what such a process cannot do by itself: keep
 *  secrets, notify, open the browser, start further processes. */
export function startStudioProcess(uses: StudioProcessUses): StudioProcess {
  const studio = uses.fork(uses.entry, [JSON.stringify(uses.start)]);
  const children = new Map<number, UtilityProcess>();
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let lastId = 0;

  const tell = (message: ToStudio) => studio.postMessage(message);

  function ask(question: (id: number) => ToStudio): Promise<unknown> {
    lastId += 1;
    const id = lastId;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      tell(question(id));
    });
  }

  function settle(message: Extract<FromStudio, { type: 'answered' }>): void {
    const asker = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.error === undefined) asker?.resolve(message.value);
    else asker?.reject(new Error(message.error));
  }

  async function answerAsk(id: number, question: HostQuestion): Promise<void> {
    try {
      tell({ type: 'told', id, value: await uses.answerQuestion(question) });
    } catch (error) {
      tell({ type: 'told', id, error: error instanceof Error ? error.message : 'failed' });
    }
  }

  function startChild(message: Extract<FromStudio, { type: 'start-child' }>): void {
    const child = uses.fork(message.entry, message.args, message.env);
    children.set(message.child, child);
    child.on('message', (sent: unknown) =>
      tell({ type: 'child-message', child: message.child, message: sent }),
    );
    child.on('exit', (code) => {
      children.delete(message.child);
      tell({ type: 'child-exit', child: message.child, code });
    });
  }

  function hear(message: FromStudio): void {
    if (message.type === 'ready') uses.onReady();
    else if (message.type === 'refused') uses.onRefused(message);
    else if (message.type === 'ask') void answerAsk(message.id, message.question);
    else if (message.type === 'notify') uses.notify(message);
    else if (message.type === 'open-external') uses.openExternal(message.url);
    else if (message.type === 'show-folder') uses.showFolder(message.path);
    else if (message.type === 'start-child') startChild(message);
    else if (message.type === 'child-send')
      children.get(message.child)?.postMessage(message.message);
    else if (message.type === 'child-kill') children.get(message.child)?.kill();
    else settle(message);
  }

  studio.on('message', hear);
  const ended = new Promise<void>((resolve) => {
    studio.on('exit', (code) => {
      for (const child of children.values()) child.kill();
      for (const { reject } of waiting.values()) reject(new Error('the studio ended'));
      waiting.clear();
      uses.onExit(code);
      resolve();
    });
  });

  return {
    connect: (port, language) =>
      studio.postMessage({ type: 'window-port', language } satisfies ToStudio, [port]),
    locate: async (pathname, search) =>
      (await ask((id) => ({ type: 'locate', id, pathname, search }))) as
        { file: string; mime: string } | undefined,
    upload: (path, name) => ask((id) => ({ type: 'upload', id, path, name })),
    wake: () => tell({ type: 'wake' }),
    stop() {
      tell({ type: 'stop' });
      setTimeout(() => studio.kill(), stopLimitMs).unref();
      return ended;
    },
  };
}
