import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { SecretStore } from '../../core/host.ts';

const keyBytes = 32;
const ivBytes = 12;
const tagBytes = 16;
const service = 'Vitrine';

type Key = { key: Buffer; kind: string; weak: boolean };

/** Where keys are kept when the machine has no keyring: beside the person's settings, never in the
 *  data folder, so that a copy of the folder does not carry the key along. */
function keyFolder(): string {
  return join(process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'vitrine', 'keys');
}

function writePrivately(file: string, content: Buffer): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const part = `${file}.part`;
  const handle = openSync(part, 'w', 0o600);
  try {
    writeSync(handle, content);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  chmodSync(part, 0o600);
  renameSync(part, file);
}

async function keyFromKeyring(account: string): Promise<Buffer | undefined> {
  try {
    const { Entry } = await import('@napi-rs/keyring');
    const entry = new Entry(service, account);
    const stored = entry.getPassword();
    if (stored) return Buffer.from(stored, 'base64');
    const fresh = randomBytes(keyBytes);
    entry.setPassword(fresh.toString('base64'));
    return Buffer.from(entry.getPassword() ?? '', 'base64').equals(fresh) ? fresh : undefined;
  } catch {
    // No keyring here, or it is locked: the key file serves, and the studio says so.
    return undefined;
  }
}

function keyFromFile(account: string): Buffer {
  const file = join(keyFolder(), `${account}.key`);
  if (existsSync(file)) return readFileSync(file);
  const fresh = randomBytes(keyBytes);
  writePrivately(file, fresh);
  return fresh;
}

async function findKey(dataDir: string): Promise<Key> {
  const account = createHash('sha256').update(resolve(dataDir)).digest('hex').slice(0, 32);
  const wantsFile = process.env['VITRINE_KEYRING'] === 'off';
  const key = wantsFile ? undefined : await keyFromKeyring(account);
  if (key) return { key, kind: 'keyring', weak: false };
  return { key: keyFromFile(account), kind: 'key-file', weak: true };
}

function seal(key: Buffer, text: string): Buffer {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]);
}

function unseal(key: Buffer, sealed: Buffer): string {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, ivBytes));
  decipher.setAuthTag(sealed.subarray(ivBytes, ivBytes + tagBytes));
  return Buffer.concat([
    decipher.update(sealed.subarray(ivBytes + tagBytes)),
    decipher.final(),
  ]).toString('utf8');
}

function readSecrets(file: string, key: Buffer): Map<string, string> {
  if (!existsSync(file)) return new Map();
  try {
    return new Map(
      Object.entries(JSON.parse(unseal(key, readFileSync(file))) as Record<string, string>),
    );
  } catch {
    // Another machine's file, or a changed key: accounts ask to sign in again, nothing else is lost.
    renameSync(file, `${file}.unreadable`);
    return new Map();
  }
}

/** Secrets in one encrypted file of the data folder; the key lies in the system's keyring, or where
 *  there is none in a file that only its owner can read (then `weak` is true). */
export async function openSecretFile(
  dataDir: string,
  onSecret: (secret: string) => void,
): Promise<SecretStore> {
  const { key, kind, weak } = await findKey(dataDir);
  const file = join(dataDir, 'secrets.bin');
  const secrets = readSecrets(file, key);
  for (const secret of secrets.values()) onSecret(secret);
  const save = () => writePrivately(file, seal(key, JSON.stringify(Object.fromEntries(secrets))));
  return {
    kind,
    weak,
    get: (name) => Promise.resolve(secrets.get(name)),
    set(name, value) {
      onSecret(value);
      secrets.set(name, value);
      save();
      return Promise.resolve();
    },
    delete(name) {
      if (secrets.delete(name)) save();
      return Promise.resolve();
    },
  };
}
