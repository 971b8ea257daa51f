// The desktop shell: one window, one studio in a utility process, nothing else.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  MessageChannelMain,
  nativeTheme,
  Notification,
  powerMonitor,
  protocol,
  safeStorage,
  session,
  shell,
  utilityProcess,
} from 'electron';
import type { HostQuestion } from '../messages.ts';
import { chooseFolders } from './folders.ts';
import { hardenApp, hardenSession } from './harden.ts';
import { createLoginWindows } from './login-window.ts';
import { applicationMenu } from './menu.ts';
import { appAddress, appScheme, isSafeOutside } from './own-origin.ts';
import { openShellSecrets, type ShellSecrets } from './secrets.ts';
import { serveApp } from './serve-app.ts';
import { startStudioProcess, type StudioProcess } from './studio-process.ts';
import { isTrustedSender, readLanguage } from './trusted-sender.ts';
import { windowOptions } from './window-options.ts';

const bundle = import.meta.dirname;
const resourcesDir = app.isPackaged
  ? join(process.resourcesPath, 'resources')
  : join(bundle, '../../resources');
const pageRoot = join(bundle, '../renderer');

let window: BrowserWindow | undefined;
let studio: StudioProcess | undefined;
let quitting = false;

const logins = createLoginWindows({
  makeWindow: (options) => new BrowserWindow(options),
  makeSession: (partition) => session.fromPartition(partition),
});

function openOutside(url: string): void {
  if (isSafeOutside(url)) void shell.openExternal(url);
}

/** A folder and nothing else: opening a file would run it. */
function showFolder(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) void shell.openPath(path);
}

function answerQuestion(question: HostQuestion, secrets: ShellSecrets): unknown {
  if (question.name === 'secret-get') return secrets.get(question.secret);
  if (question.name === 'secret-set') return secrets.set(question.secret, question.value);
  if (question.name === 'secret-delete') return secrets.delete(question.secret);
  if (question.name === 'login-open') return logins.open(question);
  if (question.name === 'login-close') return logins.close();
  return switchFolder(question.folder);
}

async function switchFolder(folder: 'shop' | 'practice'): Promise<{ dataDir: string }> {
  const folders = chooseFolders(app.getPath('documents'));
  folders.remember(folder);
  logins.close();
  const before = studio;
  // The answer leaves first; the window then finds the other studio.
  setTimeout(() => void before?.stop().then(() => openStudioProcess(folder)), 200);
  return Promise.resolve({ dataDir: folders[folder] });
}

function openStudioProcess(folder: 'shop' | 'practice'): void {
  const dataDir = chooseFolders(app.getPath('documents'))[folder];
  const secrets = openShellSecrets(`${dataDir}.secrets`, safeStorage, process.platform);
  const process_ = startStudioProcess({
    fork: (entry, args, env) =>
      utilityProcess.fork(entry, args, { env: { ...process.env, ...env }, stdio: 'ignore' }),
    entry: join(bundle, 'studio.js'),
    start: {
      dataDir,
      resourcesDir,
      practice: folder === 'practice',
      secrets: { kind: secrets.kind, weak: secrets.weak },
    },
    answerQuestion: (question) => answerQuestion(question, secrets),
    notify: (note) => new Notification(note).show(),
    openExternal: openOutside,
    showFolder,
    onReady: () => void (window ? window.loadURL(appAddress) : openWindow()),
    onRefused(sentences) {
      dialog.showErrorBox(sentences.title, `${sentences.what}\n\n${sentences.todo}`);
      app.quit();
    },
    onExit(code) {
      if (studio === process_ && !quitting && code !== 0) openStudioProcess(folder);
    },
  });
  studio = process_;
}

function openWindow(): void {
  const opened = new BrowserWindow(
    windowOptions(join(bundle, 'preload.cjs'), nativeTheme.shouldUseDarkColors),
  );
  window = opened;
  opened.once('ready-to-show', () => opened.show());
  opened.on('closed', () => {
    window = undefined;
  });
  opened.webContents.on('render-process-gone', () => {
    // The studio goes on publishing; only the window is made again.
    if (!quitting) opened.reload();
  });
  void opened.loadURL(appAddress);
}

function connectWindow(): void {
  ipcMain.on('vitrine-request-port', (event, language: unknown) => {
    if (!window || !isTrustedSender(event, window.webContents)) return;
    const { port1, port2 } = new MessageChannelMain();
    studio?.connect(port1, readLanguage(language) ?? '');
    event.senderFrame?.postMessage('vitrine-port', null, [port2]);
  });
}

function start(): void {
  hardenSession(session.defaultSession);
  protocol.handle(
    appScheme,
    serveApp({
      pageRoot,
      resourcesDir,
      locate: async (pathname, search) => studio?.locate(pathname, search),
      upload: async (path, name) => studio?.upload(path, name),
    }),
  );
  applicationMenu();
  connectWindow();
  powerMonitor.on('resume', () => studio?.wake());
  openStudioProcess(chooseFolders(app.getPath('documents')).last());
}

if (!app.requestSingleInstanceLock()) {
  app.quit();
} else {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: appScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true },
    },
  ]);
  hardenApp(app, openOutside, logins.guard);
  app.on('second-instance', () => {
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  app.on('activate', () => {
    if (!window) openWindow();
  });
  app.on('window-all-closed', () => app.quit());
  app.on('before-quit', (event) => {
    if (quitting || !studio) return;
    event.preventDefault();
    quitting = true;
    void studio.stop().finally(() => app.quit());
  });
  void app.whenReady().then(start);
}
