import { expect, it } from 'vitest';
import { passOwnWorker, passStyleText } from './trust-style-text.ts';

it('S4 passes style text', () => {
  const style = '@media (min-width: 62em){.m_1 > a:hover{--gap:calc(1rem * 2);content:"›"}}';
  expect(passStyleText(style)).toBe(style);
});

it.each(['<img src=x onerror=alert(1)>', '</style><script>1</script>', '&lt;b', '<!--', '<'])(
  'S4 refuses markup: %s',
  (text) => {
    expect(passStyleText(text)).toBeNull();
  },
);

it('S4 passes the programs of its own threads, on both hosts', () => {
  for (const host of ['http://127.0.0.1:4321', 'app://vitrine']) {
    const address = `${host}/assets/look-worker-BVd1gKGP.js`;
    expect(passOwnWorker(address, `${host}/#/studio/photo`)).toBe(address);
  }
});

it.each([
  'http://127.0.0.1:9999/assets/look-worker-BVd1gKGP.js',
  'https://127.0.0.1:4321/assets/look-worker-BVd1gKGP.js',
  'http://me@127.0.0.1:4321/assets/look-worker-BVd1gKGP.js',
  'http://127.0.0.1:4321/assets/look-worker-BVd1gKGP.js?x=1',
  'http://127.0.0.1:4321/assets/index-CEx0ZL3Q.js',
  'http://127.0.0.1:4321/media/3f2b/original',
  'http://127.0.0.1:4321/assets/../media/look-worker-BVd1gKGP.js',
  'data:text/javascript,alert(1)',
  'blob:http://127.0.0.1:4321/3f2b',
  'look-worker-BVd1gKGP.js',
  '',
])('S4 refuses another program: %s', (address) => {
  expect(passOwnWorker(address, 'http://127.0.0.1:4321/#/studio/photo')).toBeNull();
});
