import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { filesWithTokens, holdsToken } from './find-tokens.ts';

const token = ['EAA', 'PRACTICE', 'q7Zk1vT0mXw'].join('');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vitrine-search-'));
});
afterEach(() => {
  // Emptied first: removing is what looks for tokens.
  writeFileSync(join(folder, 'held.bin'), '');
  rmSync(folder, { recursive: true, force: true });
});

describe('the search for tokens', () => {
  it.each([
    ['as it is', Buffer.from(`log: ${token}\n`)],
    ['in an address', Buffer.from(`?access_token=${encodeURIComponent(token)}&x=1`)],
    ['in base64', Buffer.from(Buffer.from(token).toString('base64'))],
    ['in base64 after one byte', Buffer.from(Buffer.from(`"${token}`).toString('base64'))],
    ['in base64 after two bytes', Buffer.from(Buffer.from(`="${token}`).toString('base64url'))],
    ['in hex', Buffer.from(Buffer.from(`a${token}`).toString('hex'))],
    ['in UTF-16', Buffer.from(`x${token}`, 'utf16le')],
  ])('sees one %s', (_how, bytes) => {
    expect(holdsToken(bytes)).toBe(true);
  });

  it('sees nothing in what only looks alike', () => {
    expect(holdsToken(Buffer.from('EAAPRACTIC EAABwzLixnjYBO practice'))).toBe(false);
    expect(holdsToken(Buffer.from('return `EAAPRACTICE${letters}`'))).toBe(false);
  });

  it('goes through folders, past the store that belongs to the network', () => {
    mkdirSync(join(folder, 'deep', 'er'), { recursive: true });
    writeFileSync(join(folder, 'deep', 'er', 'held.bin'), token);
    writeFileSync(join(folder, 'deep', 'world.db'), token);
    expect(filesWithTokens(folder)).toEqual([join(folder, 'deep', 'er', 'held.bin')]);
    for (const name of ['held.bin', '../world.db'])
      writeFileSync(join(folder, 'deep', 'er', name), '');
  });

  it('refuses to let a token go unseen when a test removes its folder', () => {
    writeFileSync(join(folder, 'held.bin'), token);
    expect(() => rmSync(folder, { recursive: true })).toThrow(/held\.bin/);
  });
});
