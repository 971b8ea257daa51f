import { z } from 'zod';
import type { FilmEncoders } from '../../shared/contract/films.ts';
import { Problem } from '../../shared/contract/problem.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import { createSettings } from '../db/settings.ts';
import {
  hardwareEncoders,
  softwareEncoder,
  type HardwareEncoder,
  type VideoEncoder,
} from '../media/video-encoders.ts';
import type { FilmsUses } from './films-uses.ts';

const settingsKey = 'films.encoder';
const encoder = z.enum([softwareEncoder, ...hardwareEncoders]);
const kept = z.object({
  chosen: encoder,
  /** The one that failed last, and when. */
  refused: z.object({ encoder, at: z.number() }).optional(),
});

/** Which encoder makes films: software until the merchant chooses one that this machine has. */
export function encoderCases(
  tools: FeatureTools,
  { workers, makeWorkFolder }: Pick<FilmsUses['library'], 'workers' | 'makeWorkFolder'>,
) {
  const settings = createSettings(tools.db);
  let trial: Promise<HardwareEncoder[]> | undefined;

  const read = () =>
    kept.safeParse(settings.get(settingsKey)).data ?? { chosen: softwareEncoder as VideoEncoder };

  /** Once for as long as the studio runs: cards do not come and go, and each trial takes a while. */
  function find(): Promise<HardwareEncoder[]> {
    trial ??= tryAll().catch((error: unknown) => {
      trial = undefined;
      throw error;
    });
    return trial;
  }

  async function tryAll(): Promise<HardwareEncoder[]> {
    const folder = await makeWorkFolder();
    try {
      return (await workers.run('findEncoders', { folder: folder.path })).encoders;
    } finally {
      await folder.remove();
    }
  }

  async function view(): Promise<FilmEncoders> {
    const { chosen, refused } = read();
    const found = await find();
    return {
      // Brought to another machine, a folder names an encoder that is not there.
      chosen: found.some((one) => one === chosen) ? chosen : softwareEncoder,
      items: [softwareEncoder, ...found],
      ...(refused && {
        refused: { encoder: refused.encoder, at: new Date(refused.at).toISOString() },
      }),
    };
  }

  return {
    chosen: (): VideoEncoder => read().chosen,
    view,
    async choose(wanted: string, clientId?: string): Promise<FilmEncoders> {
      const { items } = await view();
      const chosen = encoder.safeParse(wanted).data;
      if (!chosen || !items.includes(chosen)) throw new Problem('encoder-missing');
      tools.applyOnce('films/setEncoder', clientId, () => {
        settings.set(settingsKey, { chosen });
        return { ok: true as const };
      });
      return view();
    },
    /** An encoder failed: from now on software makes films, and the settings say why. */
    giveUp(refused: VideoEncoder): void {
      settings.set(settingsKey, {
        chosen: softwareEncoder,
        refused: { encoder: refused, at: tools.clock.now() },
      });
      tools.events.changed('creations');
    },
  };
}
export type EncoderCases = ReturnType<typeof encoderCases>;
