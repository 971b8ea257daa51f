import type { Cue } from './cue.ts';
import { writeMoment } from './cue-time.ts';

/** Captions as a SubRip file. */
export function writeSrt(cues: readonly Cue[]): string {
  return cues
    .map(({ inMs, outMs, text }, index) => {
      const times = `${writeMoment(inMs, ',')} --> ${writeMoment(outMs, ',')}`;
      return [String(index + 1), times, words(text), ''].join('\r\n');
    })
    .join('\r\n');
}

/** Captions as a WebVTT file. */
export function writeVtt(cues: readonly Cue[]): string {
  const blocks = cues.map(({ inMs, outMs, text }) => {
    const times = `${writeMoment(inMs, '.')} --> ${writeMoment(outMs, '.')}`;
    return `${times}\n${escaped(words(text).replaceAll('\r\n', '\n'))}\n`;
  });
  return ['WEBVTT\n', ...blocks].join('\n');
}

/** An empty line would end the words, and an arrow would begin another time. */
function words(text: string): string {
  return text
    .replaceAll('-->', '→')
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .join('\r\n');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
