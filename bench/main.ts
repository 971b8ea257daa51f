// npm run bench [group or line…]: each measure beside its yardstick in the same run. Prints one line a
// measure and the machine's figures, and writes bench/results.json.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chooseBenches } from './choose-benches.ts';
import { benchLine, machineFigures, type BenchLine } from './measure.ts';

const benches: Record<string, () => Promise<BenchLine[]>> = {
  pictures: async () => (await import('./pictures.ts')).benchPictures(),
  memory: async () => (await import('./memory.ts')).benchMemory(),
  batch: async () => (await import('./batch.ts')).benchBatch(),
  video: async () => (await import('./video.ts')).benchVideo(),
  'video-memory': async () => (await import('./video-memory.ts')).benchVideoMemory(),
  'video-cancel': async () => (await import('./video-cancel.ts')).benchVideoCancel(),
  'inbox-while-rendering': async () =>
    (await import('./inbox-while-rendering.ts')).benchInboxWhileRendering(),
  inbox: async () => (await import('./inbox.ts')).benchInbox(),
  'inbox-scroll': async () => (await import('./inbox-scroll.ts')).benchInboxScroll(),
  'inbox-typing': async () => (await import('./inbox-typing.ts')).benchInboxTyping(),
  'composer-typing': async () => (await import('./composer-typing.ts')).benchComposerTyping(),
  calendar: async () => (await import('./calendar.ts')).benchCalendar(),
  library: async () => (await import('./library.ts')).benchLibrary(),
  'library-scroll': async () => (await import('./library-scroll.ts')).benchLibraryScroll(),
  'preview-fps': async () => (await import('./preview-fps.ts')).benchPreviewFps(),
  'photo-slider': async () => (await import('./photo-slider.ts')).benchPhotoSlider(),
  start: async () => (await import('./start.ts')).benchStart(),
  understanding: async () => (await import('./understanding.ts')).benchUnderstanding(),
  practice: async () => (await import('./practice.ts')).benchPractice(),
};

const sourceOf = (group: string) => readFileSync(join(import.meta.dirname, `${group}.ts`), 'utf8');
const names = chooseBenches(process.argv.slice(2), sourceOf, Object.keys(benches));
const machine = machineFigures();
console.log(`machine ${JSON.stringify(machine)}`);
const lines: BenchLine[] = [];
for (const name of names)
  for (const line of (await benches[name]?.()) ?? []) {
    lines.push(line);
    console.log(benchLine(line));
  }
const results = { at: new Date().toISOString(), machine, lines };
writeFileSync(join(import.meta.dirname, 'results.json'), `${JSON.stringify(results, null, 2)}\n`);
process.exitCode = lines.every((line) => line.pass) ? 0 : 1;
