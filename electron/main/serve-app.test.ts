import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveApp } from './serve-app.ts';

let folder: string;
let answer: (request: Request) => Promise<Response>;
const uploads: { name: string; text: string }[] = [];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vitrine-app-'));
  const pageRoot = join(folder, 'renderer');
  const resourcesDir = join(folder, 'resources');
  mkdirSync(join(pageRoot, 'assets'), { recursive: true });
  mkdirSync(join(resourcesDir, 'fonts'), { recursive: true });
  writeFileSync(join(folder, 'secret.js'), 'secret');
  writeFileSync(join(pageRoot, 'index.html'), '<meta name="csp-nonce" content="__CSP_NONCE__">');
  writeFileSync(join(pageRoot, 'assets', 'a.js'), 'run()');
  writeFileSync(join(resourcesDir, 'fonts', 'Inter.ttf'), 'font');
  writeFileSync(join(folder, 'photo.jpg'), '0123456789');
  answer = serveApp({
    pageRoot,
    resourcesDir,
    locate: (pathname) =>
      Promise.resolve(
        pathname === '/media/1/original'
          ? { file: join(folder, 'photo.jpg'), mime: 'image/jpeg' }
          : undefined,
      ),
    upload: (path, name) => {
      uploads.push({ name, text: readFileSync(path, 'utf8') });
      return Promise.resolve(name === 'bad' ? { code: 'file-empty' } : { assetId: '1' });
    },
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const get = (url: string, headers: Record<string, string> = {}) =>
  answer(new Request(url, { headers }));

test('sends the page with a fresh nonce and a strict policy', async () => {
  const [one, two] = await Promise.all([get('app://vitrine/'), get('app://vitrine/index.html')]);
  const policy = one.headers.get('content-security-policy') ?? '';
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? 'none';
  expect(await one.text()).toContain(`content="${nonce}"`);
  expect(policy).toContain("default-src 'none'");
  expect(two.headers.get('content-security-policy')).not.toBe(policy);
});

test('sends scripts, fonts and media under one origin', async () => {
  expect(await (await get('app://vitrine/assets/a.js')).text()).toBe('run()');
  expect((await get('app://vitrine/resources/fonts/Inter.ttf')).headers.get('content-type')).toBe(
    'font/ttf',
  );
  expect(await (await get('app://vitrine/media/1/original')).text()).toBe('0123456789');
});

test('answers a part of a medium', async () => {
  const part = await get('app://vitrine/media/1/original', { range: 'bytes=2-4' });
  expect(part.status).toBe(206);
  expect(part.headers.get('content-range')).toBe('bytes 2-4/10');
  expect(await part.text()).toBe('234');
  expect((await get('app://vitrine/media/1/original', { range: 'bytes=10-' })).status).toBe(416);
});

test.each([
  'app://vitrine/../secret.js',
  'app://vitrine/..%2fsecret.js',
  'app://vitrine/%2e%2e/secret.js',
  'app://vitrine/assets/..%5c..%5csecret.js',
  'app://vitrine/resources/../../secret.js',
  'app://vitrine/media/2/original',
  'app://vitrine/assets/missing.js',
  'app://evil/index.html',
])('S2 %s is not found', async (url) => {
  expect((await get(url)).status).toBe(404);
});

test('S18 every answer forbids sniffing, also a refusal', async () => {
  for (const url of ['app://vitrine/', 'app://vitrine/media/1/original', 'app://vitrine/nothing']) {
    expect((await get(url)).headers.get('x-content-type-options')).toBe('nosniff');
  }
});

test('takes bytes at /upload and nowhere else, and hands over a problem as such', async () => {
  const post = (url: string, name: string) =>
    answer(new Request(url, { method: 'POST', body: 'bytes', headers: { 'x-file-name': name } }));
  expect(await (await post('app://vitrine/upload', 'caf%C3%A9.jpg')).json()).toEqual({
    assetId: '1',
  });
  expect(uploads.at(-1)).toEqual({ name: 'café.jpg', text: 'bytes' });
  expect((await post('app://vitrine/upload', 'bad')).status).toBe(422);
  expect((await post('app://vitrine/upload', '%E0%A4%A')).status).toBe(200);
  expect((await post('app://vitrine/media/1/original', 'x')).status).toBe(405);
  expect((await answer(new Request('app://vitrine/', { method: 'DELETE' }))).status).toBe(405);
});
