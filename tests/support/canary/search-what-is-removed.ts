// Loaded into every worker of the suite: a folder is searched for tokens before a test removes it, so
// that nothing that was ever left on disk escapes the search.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { assertNoTokens } from './assert-no-tokens.ts';

const { rmSync } = fs;
const { rm } = fs.promises;
// Files that share a worker load this each; one search is enough.
const mark = Symbol.for('vitrine.searches');

if (!(mark in fs)) {
  fs.rmSync = (path, options) => {
    assertNoTokens(path);
    rmSync(path, options);
  };
  fs.promises.rm = async (path, options) => {
    assertNoTokens(path);
    await rm(path, options);
  };
  Object.defineProperty(fs, mark, { value: true });
  syncBuiltinESMExports();
}
