import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, test } from 'vitest';
import { createWeb, refuseAddresses, type WebRequest } from './web-exchange.ts';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  closing.push(() => {
    server.closeAllConnections();
    return new Promise((done) => server.close(done));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const get = (url: string): WebRequest => ({ method: 'GET', url: new URL(url) });
const loopback = createWeb({ reach: 'loopback', maxAnswerBytes: 1000 });

describe('one request', () => {
  it('sends what it was given once, and answers with what came', async () => {
    const seen: string[] = [];
    const url = await serve((request, response) => {
      void request.toArray().then((parts: Buffer[]) => {
        seen.push(`${request.method} ${request.url} ${Buffer.concat(parts).toString()}`);
        response.writeHead(201, { location: '/there' }).end('done');
      });
    });
    const body = Buffer.from('bytes');
    expect(await loopback.send({ method: 'PUT', url: new URL('/a', url), body })).toMatchObject({
      kind: 'answer',
      status: 201,
      headers: { location: '/there' },
      body: Buffer.from('done'),
    });
    expect(seen).toEqual(['PUT /a bytes']);
  });

  it('F37 hands a redirect back', async () => {
    const seen: string[] = [];
    const url = await serve((request, response) => {
      seen.push(request.url ?? '');
      response.writeHead(302, { location: '/elsewhere' }).end();
    });
    expect(await loopback.send(get(`${url}/here`))).toMatchObject({ status: 302 });
    expect(seen).toEqual(['/here']);
  });

  it('F38 stops at an endless answer', async () => {
    const url = await serve((_request, response) => {
      const more = (): void => {
        while (!response.destroyed && response.write('x'.repeat(500)));
      };
      response.on('drain', more);
      more();
    });
    expect(await loopback.send(get(url))).toEqual({ kind: 'lost', why: 'too-long' });
  });

  it('F38 knows a cut answer from a whole one', async () => {
    const url = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('half', () => response.destroy());
    });
    expect(await loopback.send(get(url))).toEqual({ kind: 'lost', why: 'cut' });
  });
});

describe('S22 addresses that lead into a house', () => {
  it('are not asked at all', async () => {
    const seen: string[] = [];
    const url = await serve((request, response) => {
      seen.push(request.url ?? '');
      response.end();
    });
    const web = createWeb({ reach: 'public' });
    const port = new URL(url).port;
    for (const host of ['127.0.0.1', 'localhost', '[::1]', '[::ffff:127.0.0.1]', '2130706433']) {
      for (const protocol of ['http', 'https']) {
        expect(await web.send(get(`${protocol}://${host}:${port}/`))).toEqual({
          kind: 'lost',
          why: 'private',
        });
      }
    }
    expect(seen).toEqual([]);
  });

  it.each([[['127.0.0.1']], [['93.184.216.34', '127.0.0.1']], [['::1']]])(
    'are not asked under a public name that leads to %j',
    async (addresses) => {
      const seen: string[] = [];
      const url = await serve((request, response) => {
        seen.push(request.url ?? '');
        response.end();
      });
      const asked: string[] = [];
      const web = createWeb({
        reach: 'public',
        resolve(name) {
          asked.push(name);
          const family = (address: string): number => (address.includes(':') ? 6 : 4);
          return Promise.resolve(
            addresses.map((address) => ({ address, family: family(address) })),
          );
        },
      });
      const named = `https://images.example.com:${new URL(url).port}/`;
      expect(await web.send(get(named))).toEqual({ kind: 'lost', why: 'private' });
      expect(asked).toEqual(['images.example.com']);
      expect(seen).toEqual([]);
    },
  );

  it('a name that leads nowhere is unreachable', async () => {
    const noName = Object.assign(new Error('no such name'), { code: 'ENOTFOUND' });
    const web = createWeb({ reach: 'public', resolve: () => Promise.reject(noName) });
    expect(await web.send(get('https://images.example.com/'))).toEqual({
      kind: 'lost',
      why: 'unreachable',
    });
  });

  it('are refused when a public name leads there, even as one answer of several', () => {
    const address = (text: string, family: 4 | 6) => ({ address: text, family });
    expect(refuseAddresses([address('93.184.216.34', 4)])).toBeUndefined();
    expect(refuseAddresses([address('93.184.216.34', 4), address('10.0.0.1', 4)])).toBeDefined();
    expect(refuseAddresses([address('fd00::1', 6)])).toMatchObject({ code: 'EPRIVATE' });
  });
});

const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

test.skipIf(!hasOpenssl)('F33 sends nothing where the certificate is nobody’s', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-tls-'));
  closing.push(async () => rmSync(folder, { recursive: true, force: true }));
  const [keyFile, certFile] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const asked = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const named = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'];
  execFileSync('openssl', ['req', ...asked, ...named, '-keyout', keyFile, '-out', certFile], {
    stdio: 'ignore',
  });
  const seen: string[] = [];
  const pair = { key: readFileSync(keyFile), cert: readFileSync(certFile) };
  const server = createTlsServer(pair, (request, response) => {
    seen.push(request.url ?? '');
    response.end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  closing.push(() => new Promise((done) => server.close(done)));
  const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const sent = await loopback.send({ method: 'PUT', url: new URL(url), body: Buffer.from('x') });
  expect(sent).toEqual({ kind: 'lost', why: 'insecure' });
  expect(seen).toEqual([]);
});
