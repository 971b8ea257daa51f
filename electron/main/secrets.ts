import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import type { SafeStorage } from 'electron';

export type ShellSecrets = {
  kind: string;
  weak: boolean;
  get(name: string): string | undefined;
  set(name: string, value: string): void;
  delete(name: string): void;
};

function writeThrough(file: string, text: string): void {
  const part = `${file}.part`;
  const handle = openSync(part, 'w', 0o600);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(part, file);
}

/** Each secret sealed by the system's own store, in one file. On Linux without a keyring Electron seals
 *  with a fixed password: that is weak, and said. */
export function openShellSecrets(
  file: string,
  storage: SafeStorage,
  platform: string,
): ShellSecrets {
  const sealed = new Map<string, string>(
    existsSync(file)
      ? Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>)
      : [],
  );
  const save = () => writeThrough(file, JSON.stringify(Object.fromEntries(sealed)));
  const backend = platform === 'linux' ? storage.getSelectedStorageBackend() : 'system';
  return {
    kind: `safe-storage (${backend})`,
    weak: backend === 'basic_text' || !storage.isEncryptionAvailable(),
    get(name) {
      const text = sealed.get(name);
      if (text === undefined) return undefined;
      try {
        return storage.decryptString(Buffer.from(text, 'base64'));
      } catch {
        // Sealed on another machine or under another account: sign in again.
        return undefined;
      }
    },
    set(name, value) {
      sealed.set(name, storage.encryptString(value).toString('base64'));
      save();
    },
    delete(name) {
      if (sealed.delete(name)) save();
    },
  };
}
