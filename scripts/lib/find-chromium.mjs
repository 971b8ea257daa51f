// Finds a Chromium for the tests, in a fixed order; the last resort is one that comes as a package.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './paths.mjs';

const require = createRequire(join(root, 'package.json'));
const systemPaths = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'].map(
  (name) => `/usr/bin/${name}`,
);

function playwrightsOwn() {
  try {
    const path = require('@playwright/test').chromium.executablePath();
    return existsSync(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

/** The package's own file names folders that are not here; without fonts Chromium draws no system text. */
function writeFontConfig(fonts) {
  const dirs = [fonts, '/usr/share/fonts'].map((dir) => `<dir>${dir}</dir>`).join('');
  const cache = `<cachedir>${join(fonts, 'cache')}</cachedir>`;
  const text = `<?xml version="1.0"?>\n<fontconfig>${dirs}${cache}</fontconfig>\n`;
  writeFileSync(join(fonts, 'fonts.conf'), text);
}

/** The package unpacks into the temp folder and takes any file called chromium there for its own:
 *  it gets an empty folder, whose name is final only when all of it is there. */
async function packaged() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const home = join(root, 'node_modules/@sparticuz/chromium');
  if (!existsSync(home)) return undefined;
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  const folder = join(root, 'node_modules/.cache', `chromium-${version}`);
  if (!existsSync(folder)) {
    const part = `${folder}.${process.pid}`;
    mkdirSync(part, { recursive: true });
    const before = process.env.TMPDIR;
    process.env.TMPDIR = part;
    const main = require.resolve('@sparticuz/chromium');
    const { default: chromium, inflate } = await import(pathToFileURL(main).href);
    await chromium.executablePath();
    await inflate(join(home, 'bin/al2023.tar.br'));
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    try {
      renameSync(part, folder);
    } catch {
      rmSync(part, { recursive: true, force: true });
    }
  }
  writeFontConfig(join(folder, 'fonts'));
  return {
    path: join(folder, 'chromium'),
    source: `@sparticuz/chromium ${version}`,
    env: { LD_LIBRARY_PATH: join(folder, 'al2023/lib'), FONTCONFIG_FILE: ownFontList(folder) },
  };
}

/** The package's own list names folders of the temp folder. Without any system font Chromium draws no
 *  letter at all, not even with the fonts that a page brings. */
function ownFontList(folder) {
  const list = join(folder, 'fonts.conf');
  const dirs = [join(folder, 'fonts'), '/usr/share/fonts'].map((dir) => `<dir>${dir}</dir>`);
  const cache = `<cachedir>${join(folder, 'fonts-cache')}</cachedir>`;
  writeFileSync(
    list,
    `<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig>${dirs.join('')}${cache}</fontconfig>\n`,
  );
  return list;
}

/** Answers `{path, source, env}`. Throws with a sentence that says what to install. */
export async function findChromium() {
  const wanted = process.env.CHROMIUM_PATH;
  if (wanted) {
    if (!existsSync(wanted)) throw new Error(`CHROMIUM_PATH names ${wanted}, which is not there.`);
    return { path: wanted, source: 'CHROMIUM_PATH', env: {} };
  }
  const own = playwrightsOwn();
  if (own) return { path: own, source: 'playwright', env: {} };
  const system = systemPaths.find((path) => existsSync(path));
  if (system) return { path: system, source: system, env: {} };
  const fromPackage = await packaged();
  if (fromPackage) return fromPackage;
  throw new Error(
    'No Chromium for the window tests: install one with `npx playwright install chromium`, or set CHROMIUM_PATH.',
  );
}

export const chromiumArguments = ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'];
