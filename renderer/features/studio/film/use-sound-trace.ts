import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';

const trace = z.object({
  durationMs: z.number(),
  peaksPerSecond: z.number().positive(),
  /** 0 to 100. */
  peaks: z.array(z.number()),
  beats: z.object({ bpm: z.number(), beatsMs: z.array(z.number()) }).optional(),
});
export type SoundTrace = z.infer<typeof trace>;

/** How a sound rises and falls, and its beats, as the studio has heard it. `source` is as a film names its
 *  music: `asset:<id>`, or a track that ships. */
export function useSoundTrace(source: string | undefined): SoundTrace | undefined {
  const { data } = useQuery({
    queryKey: ['sound-trace', source],
    queryFn: async ({ signal }) => {
      // Where nothing could be heard yet, as without ffmpeg, the answer may be another one later.
      const answer = await fetch(addressOf(source ?? ''), { signal, cache: 'no-cache' });
      if (!answer.ok) throw new Error(`sound: ${answer.status}`);
      return trace.nullable().parse(await answer.json());
    },
    enabled: source !== undefined,
    staleTime: Infinity,
    retry: false,
  });
  return data ?? undefined;
}

function addressOf(source: string): string {
  const own = source.startsWith('asset:') ? source.slice('asset:'.length) : undefined;
  return own === undefined ? `/media/tracks/${source}/peaks` : `/media/${own}/peaks`;
}
