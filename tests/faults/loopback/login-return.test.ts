// A login in a browser tab: through the loopback host, as Facebook leads a person back to it.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { serveStudio, type RunningServer } from '../../../server/serve-studio.ts';
import { answerDialog } from '../../support/answer-dialog.ts';
import { startPractice, type PracticeForTests } from '../../support/practice.ts';
import { resourcesDir } from '../../support/test-tools.ts';
import { rawRequest, requestText, type RawAnswer } from './raw-request.ts';

type Header = readonly [string, string];

let practice: PracticeForTests;
let server: RunningServer;
let dataDir: string;
let port: number;
let own: string;
let login: { state: string; loginUrl: string };

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'vitrine-login-'));
  process.env['VITRINE_KEYRING'] = 'off';
  process.env['XDG_CONFIG_HOME'] = join(dataDir, 'config');
  practice = await startPractice();
  server = await serveStudio({
    dataDir: join(dataDir, 'shop'),
    resourcesDir,
    port: 0,
    graph: practice.ready.url,
    practice: false,
    open: false,
    tickSeconds: 15,
    talk: false,
  });
  port = Number(new URL(server.url).port);
  own = `127.0.0.1:${port}`;
  const { id: appId, secret: appSecret } = practice.ready.app;
  await rpc('setLoginSettings', { appId, appSecret });
});
afterAll(async () => {
  await server.close();
  await practice.close();
  rmSync(dataDir, { recursive: true, force: true });
});
beforeEach(async () => {
  login = await rpc('beginLogin', {});
});

async function rpc<T>(name: string, body: object): Promise<T> {
  const response = await fetch(`${server.url}/rpc/accounts/${name}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${server.token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return (await response.json()) as T;
}

const step = async (): Promise<string> =>
  (await rpc<{ step: string }>('finishLogin', { state: login.state })).step;

/** As a browser comes from another site: no cookie, no token. */
function come(
  path: string,
  headers: readonly Header[] = [['Host', own]],
  method = 'GET',
): Promise<RawAnswer> {
  return rawRequest(port, requestText(`${method} ${path}`, headers));
}

async function returnPath(says: 'allow' | 'deny' = 'allow'): Promise<string> {
  const url = new URL(await answerDialog(login.loginUrl, { says }));
  expect(url.origin).toBe(server.url);
  return `${url.pathname}${url.search}`;
}

const crossSite: readonly Header[] = [
  ['Sec-Fetch-Site', 'cross-site'],
  ['Sec-Fetch-Mode', 'navigate'],
];

test('a person comes back without a cookie, and the address they end at holds nothing', async () => {
  const path = await returnPath();
  expect(path).not.toMatch(/EAAPRACTICE/);
  const back = await come(path, [['Host', own], ...crossSite]);
  expect(back.status).toBe(303);
  expect(back.headers['location']).toBe('/login/return/done');
  expect(back.headers['cache-control']).toBe('no-store');
  expect(back.headers['referrer-policy']).toBe('no-referrer');
  const page = await come('/login/return/done', [
    ['Host', own],
    ['Accept-Language', 'en'],
  ]);
  expect(page.status).toBe(200);
  expect(page.body).toContain('You can close this window');
  expect(page.headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'nonce-/);
  expect(page.body).not.toContain('<script');
  const french = await come('/login/return/done', [
    ['Host', own],
    ['Accept-Language', 'fr'],
  ]);
  expect(french.body).toContain('Vous pouvez fermer cette fenêtre');
  await expect.poll(step).toBe('found');
});

test('a refusal and a stranger have pages of their own', async () => {
  const refused = await come(await returnPath('deny'));
  expect(refused.headers['location']).toBe('/login/return/refused');
  expect((await come('/login/return/refused')).status).toBe(200);
  expect(await step()).toBe('refused');
  const strange = await come('/login/return?state=%22%3E%3Cscript%3E&code=x');
  expect(strange.headers['location']).toBe('/login/return/unknown');
  expect((await come('/login/return/unknown')).status).toBe(410);
  expect((await come('/login/return/else')).status).toBe(401);
});

test('S23 the same return is good once, however often it is sent', async () => {
  const path = await returnPath();
  const answers = await Promise.all(Array.from({ length: 20 }, () => come(path)));
  const places = answers.map((answer) => answer.headers['location']);
  expect(places.filter((place) => place === '/login/return/done')).toHaveLength(1);
  expect(places.filter((place) => place === '/login/return/unknown')).toHaveLength(19);
  await expect.poll(step).toBe('found');
});

test('S15 S16 S23 another name, another page or another method takes no return', async () => {
  const path = await returnPath();
  const refused: readonly (readonly [readonly Header[], string?])[] = [
    [[['Host', `evil.example:${port}`]]],
    [[['Host', `127.0.0.1.:${port}`]]],
    [
      [
        ['Host', own],
        ['Host', own],
      ],
    ],
    [
      [
        ['Host', own],
        ['Origin', 'https://evil.example'],
      ],
    ],
    [
      [
        ['Host', own],
        ['Sec-Fetch-Site', 'cross-site'],
        ['Sec-Fetch-Mode', 'no-cors'],
      ],
    ],
  ];
  for (const [headers] of refused) expect((await come(path, headers)).status).toBe(403);
  expect((await come(path, [['Host', own]], 'POST')).status).toBe(405);
  expect((await come(path, [['Host', own]], 'HEAD')).status).toBe(405);
  expect(await step()).toBe('waiting');
  expect((await come(path)).headers['location']).toBe('/login/return/done');
});

test('S17 a guessed return changes nothing', async () => {
  const before = await rpc('loginSettings', {});
  for (let guess = 0; guess < 100; guess += 1) {
    const answer = await come(`/login/return?state=${login.state}${guess}&code=c`);
    expect(answer.headers['location']).toBe('/login/return/unknown');
  }
  expect(await step()).toBe('waiting');
  expect(await rpc('loginSettings', {})).toEqual(before);
});

test('F91 neither code nor token nor secret lies in the folder or its log', async () => {
  const path = await returnPath();
  await come(path);
  await expect.poll(step).toBe('found');
  await rpc('choose', { state: login.state, remoteIds: [practice.ready.page.id] });
  await rpc('choose', { state: 'nobody', remoteIds: [practice.ready.page.id] });
  const list = await rpc<{ accounts: { remoteId: string }[] }>('list', {});
  expect(list.accounts.map((one) => one.remoteId)).toEqual([practice.ready.page.id]);
  const code = new URL(path, server.url).searchParams.get('code') ?? '';
  expect(code.length).toBeGreaterThan(20);
  const files = filesBelow(dataDir);
  expect(files.some((file) => file.endsWith('secrets.bin'))).toBe(true);
  for (const file of files) {
    const bytes = readFileSync(file);
    for (const secret of [code, practice.ready.app.secret, 'EAAPRACTICE']) {
      expect(bytes.includes(secret), `${file} holds a secret`).toBe(false);
    }
  }
});

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}
