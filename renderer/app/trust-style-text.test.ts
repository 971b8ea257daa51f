import { expect, it } from 'vitest';
import { passStyleText } from './trust-style-text.ts';

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
