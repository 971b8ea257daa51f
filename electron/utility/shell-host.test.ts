import { EventEmitter } from 'node:events';
import type { UtilityProcess } from 'electron';
import { expect, test } from 'vitest';
import { startStudioProcess, type StudioProcessUses } from '../main/studio-process.ts';
import type { FromStudio, ToStudio } from '../messages.ts';
import { createShellHost } from './shell-host.ts';

class FakeProcess extends EventEmitter {
  readonly sent: unknown[] = [];
  killed = false;
  onSent: (message: unknown) => void = () => {};
  postMessage(message: unknown): void {
    this.sent.push(message);
    this.onSent(message);
  }
  kill(): boolean {
    this.killed = true;
    return true;
  }
}

/** The shell's side and the studio's side joined, with only Electron's processes replaced. */
function join() {
  const processes: FakeProcess[] = [];
  const forked: { entry: string; args: string[] }[] = [];
  const notes: object[] = [];
  const exits: number[] = [];
  const secrets = new Map<string, string>();
  const uses: StudioProcessUses = {
    fork(entry, args) {
      const made = new FakeProcess();
      processes.push(made);
      forked.push({ entry, args });
      return made as unknown as UtilityProcess;
    },
    entry: 'studio.js',
    start: {
      dataDir: '/d',
      resourcesDir: '/r',
      practice: false,
      secrets: { kind: 'fake', weak: false },
    },
    answerQuestion(question) {
      if (question.name === 'secret-get') return secrets.get(question.secret);
      if (question.name === 'secret-set') return secrets.set(question.secret, question.value);
      if (question.name === 'open-folder') throw new Error('cannot open');
      if (question.name === 'login-open') return `${question.returnUrl}?from=${question.url}`;
      if (question.name === 'login-close') return heard.push('login closed');
      return secrets.delete(question.secret);
    },
    notify: (note) => notes.push(note),
    openExternal: () => {},
    showFolder: (path) => heard.push(`shown ${path}`),
    onReady: () => {},
    onRefused: () => {},
    onExit: (code) => exits.push(code),
  };
  const shell = startStudioProcess(uses);
  const studio = processes[0] as FakeProcess;
  const heard: string[] = [];
  const made = createShellHost({
    send: (message: FromStudio) => studio.emit('message', message),
    secrets: { kind: 'fake', weak: false },
    onSecret: (secret) => heard.push(secret),
  });
  studio.onSent = (message) => made.hear(message as ToStudio);
  return { shell, studio, processes, forked, notes, exits, heard, host: made.host };
}

test('keeps a secret through the shell and tells the redactor of it', async () => {
  const { host, heard } = join();
  await host.secrets.set('token:page:1', 'canary');
  expect(await host.secrets.get('token:page:1')).toBe('canary');
  await host.secrets.delete('token:page:1');
  expect(await host.secrets.get('token:page:1')).toBeUndefined();
  expect(heard).toEqual(['canary', 'canary']);
});

test('a question that the shell cannot answer is an error, not silence', async () => {
  const { host } = join();
  await expect(host.openOwnShop?.()).rejects.toThrow('cannot open');
});

test('asks the shell to show a folder', () => {
  const { host, heard } = join();
  host.showFolder?.('/exports');
  expect(heard).toEqual(['shown /exports']);
});

test('starts a child through the shell, talks to it and hears it end', () => {
  const { host, processes, forked } = join();
  const child = host.startProcess('/worker.js', { args: ['a'] });
  const messages: unknown[] = [];
  const ends: unknown[] = [];
  child.onMessage((message) => messages.push(message));
  child.onExit((code) => ends.push(code));
  expect(forked[1]).toMatchObject({ entry: '/worker.js', args: ['a'] });
  child.send({ op: 'render' });
  expect(processes[1]?.sent).toEqual([{ op: 'render' }]);
  processes[1]?.emit('message', { done: 1 });
  processes[1]?.emit('exit', 3);
  expect(messages).toEqual([{ done: 1 }]);
  expect(ends).toEqual([3]);
});

test('children do not outlive the studio, and open questions fail', async () => {
  const { host, shell, studio, processes, exits } = join();
  host.startProcess('/worker.js');
  studio.onSent = () => {};
  const located = shell.locate('/media/1/thumb', '');
  studio.emit('exit', 9);
  await expect(located).rejects.toThrow('ended');
  expect(processes[1]?.killed).toBe(true);
  expect(exits).toEqual([9]);
});

test('wakes the studio, and hands on what it tells the person', () => {
  const { host, shell, notes } = join();
  let woken = 0;
  const stop = host.onWake(() => (woken += 1));
  shell.wake();
  stop();
  shell.wake();
  expect(woken).toBe(1);
  host.notify({ title: 'Publiée', body: 'Les arums' });
  expect(notes).toMatchObject([{ title: 'Publiée', body: 'Les arums' }]);
});

test('a login is shown by the shell, and what came back is handed on', async () => {
  const { host, heard } = join();
  if (host.login?.opens !== 'window') throw new Error('the desktop shows logins itself');
  const returned = host.login.open({ url: 'https://a.example/', returnUrl: 'https://b.example/' });
  expect(await returned).toBe('https://b.example/?from=https://a.example/');
  host.login.close();
  expect(heard).toContain('login closed');
});
