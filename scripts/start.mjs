// npm start: the desktop window where Electron can be had, else the same studio in the browser.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { ensureInstalled } from './lib/install.mjs';

ensureInstalled();
const { ensureFfmpeg } = await import('./lib/ensure-ffmpeg.mjs');
const { ensureWindowBuilt } = await import('./lib/build-window.mjs');
const { findElectron } = await import('./lib/find-electron.mjs');
const { runEntry } = await import('./lib/run.mjs');
const { root } = await import('./lib/paths.mjs');
ensureFfmpeg();
ensureWindowBuilt();

const electron = findElectron();
if (electron) {
  const { buildNodeSide } = await import('./lib/build-node-side.mjs');
  await buildNodeSide();
  const child = spawn(electron, [root], { stdio: 'inherit' });
  process.exit(await new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1))));
}

const documents = join(homedir(), 'Documents');
const folder = join(existsSync(documents) ? documents : homedir(), 'Vitrine');
const given = process.argv.slice(2);
const data = given.includes('--data') ? [] : ['--data', process.env.VITRINE_HOME ?? folder];
process.exit(await runEntry('server/main.ts', ['--talk', ...data, ...given]));
