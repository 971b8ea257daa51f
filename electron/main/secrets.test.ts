import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SafeStorage } from 'electron';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { chooseFolders } from './folders.ts';
import { menuTemplate } from './menu-template.ts';
import { openShellSecrets } from './secrets.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vitrine-secrets-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Seals by turning every byte round, bound to `key` as the system's store is to its account. */
function fakeStorage(key: number, backend = 'gnome_libsecret'): SafeStorage {
  const turn = (bytes: Buffer) => Buffer.from(bytes.map((byte) => byte ^ key));
  return {
    isEncryptionAvailable: () => true,
    getSelectedStorageBackend: () => backend,
    encryptString: (text: string) => turn(Buffer.from(`v1${text}`)),
    decryptString(sealed: Buffer) {
      const text = turn(sealed).toString();
      if (!text.startsWith('v1')) throw new Error('wrong key');
      return text.slice(2);
    },
  } as unknown as SafeStorage;
}

test('S20 keeps secrets sealed on disk and gives them back after a restart', () => {
  const file = join(folder, 'secrets');
  openShellSecrets(file, fakeStorage(90), 'linux').set('token:page:1', 'canary-token');
  expect(readFileSync(file, 'utf8')).not.toContain('canary');
  const again = openShellSecrets(file, fakeStorage(90), 'linux');
  expect(again.get('token:page:1')).toBe('canary-token');
  again.delete('token:page:1');
  expect(openShellSecrets(file, fakeStorage(90), 'linux').get('token:page:1')).toBeUndefined();
});

test('F92 a file sealed on another machine asks to sign in again, and nothing breaks', () => {
  const file = join(folder, 'secrets');
  openShellSecrets(file, fakeStorage(90), 'linux').set('token:page:1', 'canary-token');
  expect(openShellSecrets(file, fakeStorage(17), 'linux').get('token:page:1')).toBeUndefined();
});

test('S21 says when the system has no real store', () => {
  expect(openShellSecrets(join(folder, 'a'), fakeStorage(1, 'basic_text'), 'linux').weak).toBe(
    true,
  );
  expect(openShellSecrets(join(folder, 'b'), fakeStorage(1), 'linux').weak).toBe(false);
  expect(openShellSecrets(join(folder, 'c'), fakeStorage(1, 'basic_text'), 'darwin').weak).toBe(
    false,
  );
});

test('remembers which of the two folders was open', () => {
  const folders = chooseFolders(folder);
  expect(folders.last()).toBe('shop');
  folders.remember('practice');
  expect(chooseFolders(folder).last()).toBe('practice');
  expect(folders.practice).not.toBe(folders.shop);
});

test('has no menu item that opens developer tools or reloads', () => {
  for (const platform of ['darwin', 'win32']) {
    const text = JSON.stringify(menuTemplate(platform));
    expect(text).not.toMatch(/devTools|reload/i);
  }
});
