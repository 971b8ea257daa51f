import { readFileSync } from 'node:fs';
import type { FilmFactory } from '../../support/film-factory.ts';
import type { HostileFile } from './hostile-files.ts';
import { referenceFilm } from './reference-film.ts';

const h264 = ['-c:v', 'libx264', '-preset', 'ultrafast'];
const refused = ['playlist-refused', 'not-a-picture'];
const broken = ['video-damaged', 'video-refused', 'not-a-picture', 'file-empty', 'sound-damaged'];

export type HostileClip = HostileFile & { pointsElsewhere?: true };
export type Elsewhere = { address: string; file: string };

/** Films that are cut, empty, endless or none, and lists that point elsewhere. */
export function hostileClips(make: FilmFactory, elsewhere: Elsewhere): HostileClip[] {
  const whole = readFileSync(
    make.make('whole.mp4', { video: 'testsrc=s=64x48:r=10:d=1', audio: 'sine=d=1' }),
  );
  const long = make.make('long.mp4', {
    video: 'color=black:s=16x16:r=1/120:d=28800',
    with: h264,
  });
  return [
    ...[1, 3, 5, 7, 9].map((tenth) => ({
      name: `cut at ${tenth}.mp4`,
      bytes: whole.subarray(0, Math.floor((whole.length * tenth) / 10)),
      answers: broken,
    })),
    { name: 'eight hours.mp4', bytes: readFileSync(long), answers: ['video-too-long'] },
    { name: 'says eight hours.mp4', bytes: lasting(whole), answers: [...broken, 'video-too-long'] },
    { name: 'nothing in it.mp4', bytes: streamless(whole), answers: broken },
    { name: 'film.jpg', bytes: whole, answers: ['came in'] },
    { name: 'archive.mp4', bytes: Buffer.from('PK\x03\x04 and more'), answers: refused },
    ...lists(elsewhere),
    ...references(whole, elsewhere),
  ];
}

/** The head of the whole says eight hours; its tracks say a second. */
function lasting(whole: Buffer): Buffer {
  const bytes = Buffer.from(whole);
  const at = bytes.indexOf('mvhd') + 4;
  const scale = bytes.readUInt32BE(at + 12);
  bytes.writeUInt32BE(scale * 8 * 3600, at + 16);
  for (let track = bytes.indexOf('tkhd'); track > 0; track = bytes.indexOf('tkhd', track + 4))
    bytes.writeUInt32BE(scale * 8 * 3600, track + 24);
  return bytes;
}

/** A film whose tracks are none. */
function streamless(whole: Buffer): Buffer {
  return Buffer.from(whole.toString('latin1').replaceAll('trak', 'skip'), 'latin1');
}

function lists({ address, file }: Elsewhere): HostileClip[] {
  const texts: Record<string, string> = {
    'stream.m3u8': `#EXTM3U\n#EXT-X-TARGETDURATION:5\n#EXTINF:5,\n${address}/a.ts\n#EXT-X-ENDLIST\n`,
    'stream.mp4': `#EXTM3U\n#EXT-X-MEDIA-SEQUENCE:0\n#EXTINF:1,\nfile://${file}\n#EXT-X-ENDLIST\n`,
    'list.mp4': `ffconcat version 1.0\nfile '${file}'\n`,
    'list.mov': `file '${address}/a.mp4'\n`,
    'call.sdp': 'v=0\no=- 0 0 IN IP4 127.0.0.1\nc=IN IP4 127.0.0.1\nm=video 5004 RTP/AVP 96\n',
    'adaptive.mp4': `<?xml version="1.0"?><MPD><BaseURL>${address}/</BaseURL></MPD>`,
    'words.ass': `[Script Info]\nTitle: a\n[Events]\nDialogue: 0,0:00:00.00,${file}\n`,
    'words.srt': `1\n00:00:00,000 --> 00:00:01,000\n${address}\n`,
    'facts.mp4': `;FFMETADATA1\ntitle=${file}\n`,
    'script.mp4': `Import("${file}")\n`,
    'pls.mp4': `[playlist]\nFile1=${address}/a.mp4\n`,
  };
  const played = new Set(['stream.m3u8', 'stream.mp4', 'list.mp4', 'call.sdp', 'adaptive.mp4']);
  return Object.entries(texts).map(([name, text]) => ({
    ...{ name, bytes: Buffer.from(text), answers: refused },
    ...(played.has(name) && { pointsElsewhere: true }),
  }));
}

function references(whole: Buffer, { address, file }: Elsewhere): HostileClip[] {
  const kinds: [string, 'alis' | 'url ', string][] = [
    ['alias to a file.mov', 'alis', file],
    ['alias to an address.mov', 'alis', `${address}/a.mp4`],
    ['at a file.mov', 'url ', `file://${file}`],
    ['at an address.mov', 'url ', `${address}/a.mp4`],
    ['in itself.mov', 'url ', `data:video/mp4;base64,${whole.toString('base64').slice(0, 400)}`],
  ];
  return kinds.map(([name, how, target]) => ({
    ...{ name, bytes: referenceFilm(whole, how, target), answers: broken, pointsElsewhere: true },
  }));
}
