import { describe, expect, it } from 'vitest';
import { readCueTimes } from './cue-time.ts';
import { mostCues, readSubtitles } from './read-subtitles.ts';
import { writeSrt, writeVtt } from './write-subtitles.ts';

const two = [
  { inMs: 500, outMs: 1500, text: 'Bonjour' },
  { inMs: 2000, outMs: 61_250, text: 'L’hiver\nest là' },
];
const codes = (text: string, endMs?: number) =>
  readSubtitles(text, endMs).notes.map(({ code, line }) => `${code} ${line}`);

describe('a captions file', () => {
  it('comes back as it was written, in both kinds', () => {
    for (const write of [writeSrt, writeVtt])
      expect(readSubtitles(write(two))).toMatchObject({ cues: two, notes: [] });
    expect(writeSrt(two)).toContain('2\r\n00:00:02,000 --> 00:01:01,250\r\nL’hiver\r\nest là\r\n');
    expect(writeVtt([{ ...two[0]!, text: 'a < b & c\n\n--> d' }])).toBe(
      'WEBVTT\n\n00:00:00.500 --> 00:00:01.500\na &lt; b &amp; c\n→ d\n',
    );
  });

  it('is read with any line ends, with forgotten numbers and empty lines', () => {
    const text =
      '00:01,000 --> 00:02,000\nUn\n2\n00:03 --> 00:04\nDeux 2\r\r\n5\r1:00:05.5 --> 1:00:06';
    expect(readSubtitles(`${text}\rTrois`).cues).toEqual([
      { inMs: 1000, outMs: 2000, text: 'Un' },
      { inMs: 3000, outMs: 4000, text: 'Deux 2' },
      { inMs: 3_605_500, outMs: 3_606_000, text: 'Trois' },
    ]);
  });

  it('is sorted, and lines that stand over others are cut: each with its line in the file', () => {
    const text = [
      ...['3', '00:00:05,000 --> 00:00:06,000', 'c', ''],
      ...['1', '00:00:01,000 --> 00:00:04,000', 'a', ''],
      ...['2', '00:00:03,000 --> 00:00:04,000', 'b', ''],
      ...['4', '00:00:03,000 --> 00:00:04,500', 'und d', ''],
    ].join('\n');
    expect(readSubtitles(text).cues).toEqual([
      { inMs: 1000, outMs: 3000, text: 'a' },
      { inMs: 3000, outMs: 4500, text: 'b\nund d' },
      { inMs: 5000, outMs: 6000, text: 'c' },
    ]);
    expect(codes(text)).toEqual(['order 6', 'overlap 10', 'overlap 14']);
  });

  it('ends lines that have no end, and says what it could not use', () => {
    const text = [
      ...['00:00:01,000 -->', 'Sans fin', ''],
      ...['00:00:03,000 --> 00:00:02,000', 'À rebours', ''],
      ...['00:aa --> 00:00:09,000', 'Perdu', ''],
      ...['00:00:08,000 --> 00:00:09,000', '<b></b>', ''],
      ...['Rien du tout', '', '00:00:50,000 --> 00:00:51,000', 'Trop tard'],
    ].join('\n');
    expect(readSubtitles(text, 20_000).cues).toEqual([
      { inMs: 1000, outMs: 2000, text: 'Sans fin' },
      { inMs: 3000, outMs: 4000, text: 'À rebours' },
    ]);
    expect(codes(text, 20_000)).toEqual([
      'no-end 1',
      'no-end 4',
      'time 7',
      'empty 10',
      'stray 13',
      'after-end 15',
    ]);
  });

  it('loses marks of other players, not words', () => {
    const srt =
      '1\n00:01,0 --> 00:02,0 X1:10 X2:20\n{\\an8}<i>Prix <b class="x">< 20 €</b></i> I <3 U';
    expect(readSubtitles(srt).cues[0]?.text).toBe('Prix < 20 € I <3 U');
    const vtt = [
      ...['WEBVTT - fleurs', '', 'STYLE', '::cue { color: red }', '', 'NOTE un mot', 'à part', ''],
      ...['premier', '00:01.000 --> 00:02.000 line:0 align:start'],
      '<v Camille>Tom &amp; <00:00:01.500><c.jaune>Jo</c>&nbsp;!',
    ].join('\n');
    expect(readSubtitles(vtt)).toEqual({
      ...{ kind: 'vtt', notes: [] },
      cues: [{ inMs: 1000, outMs: 2000, text: 'Tom & Jo\u00A0!' }],
    });
  });

  it('of any size or content is bounded and never over itself', () => {
    const many = Array.from({ length: 900 }, (_, index) => ({
      ...{ inMs: index * 100, outMs: index * 100 + 90, text: 'x'.repeat(index) || 'x' },
    }));
    const read = readSubtitles(writeSrt(many));
    expect(read.cues).toHaveLength(mostCues);
    expect(read.cues.every(({ text }) => text.length <= 500)).toBe(true);
    for (const hostile of ['<'.repeat(300_000), '{\\'.repeat(200_000), '0:'.repeat(200_000)])
      expect(readSubtitles(`1\n00:01 --> 00:02\n${hostile}`).cues.length).toBeLessThanOrEqual(1);
  });

  it('of noise gives lines that stand in order, for every seed', () => {
    const bits = [
      '00:00:0',
      '1',
      '5,',
      '-->',
      ' ',
      '\n',
      '\n\n',
      'mot',
      'WEBVTT',
      '<i>',
      '99',
      ':',
    ];
    for (let seed = 1; seed <= 300; seed += 1) {
      let state = seed;
      const next = () => (state = (state * 48_271) % 2_147_483_647);
      const text = Array.from({ length: 120 }, () => bits[next() % bits.length]).join('');
      const { cues } = readSubtitles(text, 90_000);
      for (const [index, { inMs, outMs, text: words }] of cues.entries()) {
        expect(outMs).toBeGreaterThan(inMs);
        expect(outMs).toBeLessThanOrEqual(Math.min(90_000, cues[index + 1]?.inMs ?? Infinity));
        expect(words.trim()).not.toBe('');
      }
    }
  });
});

it('a moment has hours or none, and decimals or none', () => {
  expect(readCueTimes('1:02:03,4 --> 02:03.45678')).toEqual({ inMs: 3_723_400, outMs: 123_456 });
  expect(readCueTimes('no arrow')).toBeUndefined();
  expect(readCueTimes('x --> 1')).toBe('unreadable');
});
