import { afterAll, expect, it } from 'vitest';
import type { Film } from '../../shared/scene/film/film.ts';
import { openTestTools } from '../../tests/support/test-tools.ts';
import { readCaptionFile, writeCaptionFile } from './caption-files.ts';

const tools = openTestTools();
afterAll(() => tools.close());

const srt = '1\r\n00:00:01,000 --> 00:00:02,500\r\nL’été, à 24,90 €\r\n';
const line = { inMs: 1000, outMs: 2500, text: 'L’été, à 24,90 €' };
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
const read = (bytes: Uint8Array, endMs?: number) =>
  readCaptionFile(tools, base64(bytes), endMs, 'fr');
const wide = Buffer.from(`\uFEFF${srt}`, 'utf16le');

it.each([
  ['UTF-8', Buffer.from(srt)],
  ['UTF-8 with a mark', Buffer.from(`\uFEFF${srt}`)],
  ['UTF-16', wide],
  ['UTF-16, the other way round', Buffer.from(wide).swap16()],
  ['Windows-1252', Buffer.from(srt.replaceAll('’', '\x92').replaceAll('€', '\x80'), 'latin1')],
])('captions are read from %s', (_name, bytes) => {
  expect(read(bytes)).toEqual({ kind: 'srt', lines: [line], notes: [] });
});

it('what was mended is said with its line, in the language asked for', () => {
  const late = Buffer.from(`${srt}\r\n2\r\n00:01:00,000 --> 00:01:02,000\r\nTard\r\n`);
  expect(read(late, 8000)).toMatchObject({
    lines: [line],
    notes: [{ code: 'after-end', line: 6, text: expect.stringContaining('Ligne 6') as string }],
  });
});

it.each([
  ['captions-none', Buffer.from('Une liste de courses\n\nDu pain')],
  ['captions-unreadable', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0, 1, 2])],
  ['captions-large', Buffer.alloc(600 * 1024, 'a')],
])('a file of something else is refused: %s', (code, bytes) => {
  expect(() => read(bytes)).toThrow(expect.objectContaining({ code }) as Error);
});

it('captions are written as a file with the name of the film', () => {
  const film = { captions: { lines: [{ id: 'a', ...line }] } } as Film;
  expect(writeCaptionFile({ name: 'Été', film }, 'srt')).toEqual({ name: 'Été.srt', text: srt });
  expect(writeCaptionFile({ name: 'Été', film }, 'vtt').text).toMatch(/^WEBVTT\n\n00:00:01\.000 /);
});
