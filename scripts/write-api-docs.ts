// Writes docs/api.md from the contract: every procedure with its input and output.
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { apiPage } from './docs/api-page.ts';

const file = join(resolve(import.meta.dirname, '..'), 'docs', 'api.md');
const page = await apiPage();
const isCheck = process.argv.includes('--check');
if (isCheck && readFileSync(file, 'utf8') !== page) {
  process.stderr.write('docs/api.md is not what the contract says: run npm run docs:api.\n');
  process.exitCode = 1;
}
if (!isCheck) writeFileSync(file, page);
