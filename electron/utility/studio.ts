// The studio inside Electron: a utility process that holds the database. Everything it needs of the
// machine it asks of the shell.
import { createReadStream } from 'node:fs';
import { RPCHandler } from '@orpc/server/message-port';
import { problemOfError } from '../../core/answer-problems.ts';
import { LibraryRefused } from '../../core/db/library-refused.ts';
import { createLog } from '../../core/log.ts';
import { openStudio, type Studio } from '../../core/open-studio.ts';
import { outliveRejections } from '../../core/outlive-rejections.ts';
import { createRedactor } from '../../core/redact.ts';
import { createSay } from '../../core/texts.ts';
import { Problem } from '../../shared/contract/problem.ts';
import type { FromStudio, StudioStart, ToStudio } from '../messages.ts';
import { bundledEntries } from './bundled-entries.ts';
import { createShellHost } from './shell-host.ts';

const start = JSON.parse(process.argv[2] ?? '{}') as StudioStart;
const { parentPort } = process;
const send = (message: FromStudio) => parentPort.postMessage(message);

const redactor = createRedactor();
const log = createLog(start.dataDir, redactor);
const clock = { now: () => Date.now(), tickSeconds: 15, manual: false };
const { host, hear } = createShellHost({ send, secrets: start.secrets, onSecret: redactor.add });

function tellRefusal(error: unknown): void {
  const say = createSay(start.resourcesDir);
  const refused = error instanceof LibraryRefused ? error : undefined;
  if (!refused) log.error({ err: error }, 'could not open');
  const key = `refusals:${refused?.reason ?? 'damaged'}`;
  const params = { file: start.dataDir, backup: '–', pid: '?', url: '–', ...refused?.params };
  const part = (name: string) => say('fr', `${key}.${name}`, params);
  send({ type: 'refused', title: part('title'), what: part('what'), todo: part('todo') });
}

async function answerUpload(
  studio: Studio,
  message: Extract<ToStudio, { type: 'upload' }>,
): Promise<void> {
  try {
    const value = await studio.receiveUpload(createReadStream(message.path), message.name);
    send({ type: 'answered', id: message.id, value });
  } catch (error) {
    const problem =
      problemOfError(error) ?? new Problem('internal', { report: studio.report(error) });
    const text = studio.answers.describe(problem, studio.language());
    send({ type: 'answered', id: message.id, value: { code: problem.code, problem: text } });
  }
}

async function answerLocate(
  studio: Studio,
  message: Extract<ToStudio, { type: 'locate' }>,
): Promise<void> {
  const found = await studio.locateMedia(message.pathname, new URLSearchParams(message.search));
  send({ type: 'answered', id: message.id, value: found });
}

function serve(studio: Studio): void {
  const handler = new RPCHandler(studio.router, {
    clientInterceptors: [studio.answers.interceptor],
  });
  parentPort.on('message', ({ data, ports }) => {
    const message = data as ToStudio;
    const [port] = ports;
    if (message.type === 'window-port' && port) {
      const language =
        message.language === 'fr' || message.language === 'en' ? message.language : undefined;
      handler.upgrade(port, { context: { language } });
      port.start();
    } else if (message.type === 'upload') void answerUpload(studio, message);
    else if (message.type === 'locate') void answerLocate(studio, message);
    else if (message.type === 'stop') void studio.close().finally(() => process.exit(0));
  });
}

parentPort.on('message', ({ data }) => hear(data as ToStudio));
try {
  const studio = await openStudio({
    dataDir: start.dataDir,
    resourcesDir: start.resourcesDir,
    host,
    clock,
    log,
    practice: start.practice,
    entries: bundledEntries(import.meta.dirname),
  });
  outliveRejections((error) => void studio.report(error));
  serve(studio);
  send({ type: 'ready' });
} catch (error) {
  tellRefusal(error);
}
