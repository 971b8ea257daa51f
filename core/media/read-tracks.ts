import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const track = z.object({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  names: z.object({ fr: z.string(), en: z.string() }),
  file: z.string().regex(/^[\w-]+\.[a-z0-9]+$/),
  bpm: z.number(),
  durationMs: z.number().int(),
  beatsMs: z.array(z.number()),
  mood: z.object({ fr: z.string(), en: z.string() }).optional(),
  /** How it is built, so that a cut ends as the track does. */
  shape: z
    .object({
      downbeatsMs: z.array(z.number()),
      loopFromMs: z.number(),
      outroMs: z.number(),
    })
    .optional(),
});
export type Track = z.infer<typeof track>;

/** The music that ships with the studio; none when the folder has no list. */
export function readTracks(musicDir: string): Track[] {
  let text: string;
  try {
    text = readFileSync(join(musicDir, 'tracks.json'), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
  return z.object({ tracks: z.array(track) }).parse(JSON.parse(text)).tracks;
}
