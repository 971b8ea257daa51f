// npm run docs:screens: takes the README's pictures from the last run of the window tests.
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../lib/paths.mjs';

const screens = [
  'today',
  'plan-month',
  'composer',
  'studio-pictures',
  'studio-video',
  'inbox',
  'catalogue',
  'settings-brand',
];
const target = join(root, 'docs', 'screens');
mkdirSync(target, { recursive: true });
for (const name of screens) {
  copyFileSync(
    join(root, 'artefacts/screens', `${name}-1280-light-fr.png`),
    join(target, `${name}.png`),
  );
}
