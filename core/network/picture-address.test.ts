import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPictureFetch } from './fetch-picture.ts';
import { isLapsed, judgePictureAddress } from './picture-address.ts';

const real = (text: string) => judgePictureAddress(text, undefined) !== undefined;

describe('the address of a stranger’s picture', () => {
  it.each([
    'https://scontent.xx.fbcdn.net/v/t39/a.jpg?oh=1&oe=6921',
    'https://scontent-cdg4-1.cdninstagram.com/v/a.jpg',
    'https://cdn.fbsbx.com/v/a.jpg',
    'https://lookaside.fbsbx.com/ig_messaging_cdn/?asset_id=1',
    'https://lookaside.facebook.com/a',
  ])('S may be asked for at %s', (text) => expect(real(text)).toBe(true));

  it.each([
    ['no network', 'https://evil.example/a.jpg'],
    ['a name that ends like one', 'https://evilfbcdn.net/a.jpg'],
    ['a name that begins like one', 'https://scontent.fbcdn.net.evil.example/a.jpg'],
    ['plain http', 'http://scontent.xx.fbcdn.net/a.jpg'],
    ['another port', 'https://scontent.xx.fbcdn.net:8443/a.jpg'],
    ['words before the name', 'https://scontent.xx.fbcdn.net@evil.example/a.jpg'],
    ['a login', 'https://user:pass@scontent.xx.fbcdn.net/a.jpg'],
    ['an address of the house', 'https://192.168.0.1/a.jpg'],
    ['the address of a cloud', 'https://169.254.169.254/latest'],
    ['this computer', 'https://127.0.0.1/a.jpg'],
    ['this computer in numbers', 'https://2130706433/a.jpg'],
    ['six parts', 'https://[::ffff:127.0.0.1]/a.jpg'],
    ['a file', 'file:///etc/passwd'],
    ['a script', 'javascript:alert(1)'],
    ['nothing', ''],
    ['the calls of the network itself', 'https://graph.facebook.com/v26.0/me'],
    ['a very long one', `https://scontent.xx.fbcdn.net/${'a'.repeat(5000)}`],
  ])('S is refused where it is %s', (_, text) => expect(real(text)).toBe(false));

  it('S of the practice network is that network itself, and it alone', () => {
    const ok = (text: string) => judgePictureAddress(text, 'http://127.0.0.1:4000/v26.0');
    expect(ok('http://127.0.0.1:4000/cdn/a.jpg')?.port).toBe('4000');
    for (const other of [
      'http://127.0.0.1:4001/cdn/a.jpg',
      'http://localhost:4000/cdn/a.jpg',
      'https://127.0.0.1:4000/cdn/a.jpg',
      'https://scontent.xx.fbcdn.net/a.jpg',
    ])
      expect(ok(other), other).toBeUndefined();
  });

  it('says until when it is good', () => {
    const now = Date.parse('2026-11-24T08:00:00Z');
    const oe = (at: number) => `https://x.fbcdn.net/a?oe=${Math.floor(at / 1000).toString(16)}`;
    expect(isLapsed(oe(now - 1000), now)).toBe(true);
    expect(isLapsed(oe(now + 60_000), now)).toBe(false);
    expect(isLapsed('https://x.fbcdn.net/a?oe=soon', now)).toBe(false);
    expect(isLapsed('nothing', now)).toBe(false);
  });
});

describe('fetching', () => {
  let folder: string;
  let knocks = 0;
  const door = createServer((_request, response) => {
    knocks += 1;
    response.end('secret');
  });
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'vitrine-fetch-'));
    await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
    door.on('connection', () => (knocks += 1));
  });
  afterAll(() => {
    door.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const wish = (url: string) => ({
    ...{ url, outPath: join(folder, 'came'), isWanted: () => true },
    judge: (text: string) => judgePictureAddress(text, undefined),
  });

  it.each(['127.0.0.1', '10.0.0.7', '169.254.169.254', '::1', 'fd00::1', '::ffff:192.168.1.1'])(
    'S knocks nowhere when the right name leads to %s',
    async (address) => {
      const family = address.includes(':') ? 6 : 4;
      const fetch = createPictureFetch({ resolve: () => Promise.resolve([{ address, family }]) });
      const { port } = door.address() as AddressInfo;
      // The port cannot be chosen by the address, so it is set where the address was judged.
      const judge = (text: string) => {
        const judged = judgePictureAddress(text, undefined);
        if (judged) judged.port = String(port);
        return judged;
      };
      const url = 'https://scontent.xx.fbcdn.net/a.jpg';
      expect(await fetch({ ...wish(url), judge })).toEqual({ ok: false, fault: 'address' });
      expect([knocks, existsSync(join(folder, 'came'))]).toEqual([0, false]);
    },
  );

  it('tells a name that nobody knows from an address that is refused', async () => {
    const resolve = () =>
      Promise.reject(Object.assign(new Error('unknown'), { code: 'ENOTFOUND' }));
    const fetch = createPictureFetch({ resolve });
    const url = 'https://scontent.xx.fbcdn.net/a.jpg';
    expect(await fetch(wish(url))).toEqual({ ok: false, fault: 'unreachable' });
    expect(await fetch(wish('https://evil.example/'))).toEqual({ ok: false, fault: 'address' });
  });
});
