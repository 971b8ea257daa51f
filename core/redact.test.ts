import { expect, test } from 'vitest';
import { createRedactor } from './redact.ts';

const secret = 'canary/7f3a "quoted" 9912';

test('F91 takes a known secret out in every spelling', () => {
  const redactor = createRedactor();
  redactor.add(secret);
  const spellings = [
    secret,
    encodeURIComponent(secret),
    Buffer.from(secret).toString('base64'),
    Buffer.from(secret).toString('hex'),
    JSON.stringify({ secret }),
  ];
  for (const text of spellings) {
    const clean = redactor.redact(`before ${text} after`);
    expect(clean).toContain('before');
    expect(clean).toContain('after');
    expect(clean).not.toContain('canary');
    expect(clean).not.toContain(Buffer.from('canary').toString('hex'));
  }
});

test('takes out what looks like a token though nobody announced it', () => {
  const redactor = createRedactor();
  const token = `EAAB${'x1'.repeat(30)}`;
  for (const text of [token, `Authorization: Bearer ${token}`, `https://g/?access_token=abc&x=1`]) {
    const clean = redactor.redact(text);
    expect(clean).not.toContain(token);
    expect(clean).not.toContain('=abc');
  }
});

test('leaves ordinary words alone, and ignores secrets too short to be told apart', () => {
  const redactor = createRedactor();
  redactor.add('a');
  expect(redactor.redact('Bearer of news about tokens')).toBe('Bearer of news about tokens');
});
