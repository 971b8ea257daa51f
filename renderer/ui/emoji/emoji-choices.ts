import { z } from 'zod';
import { addRecent, type Tone } from './find-emoji.ts';

const key = 'vitrine-emoji';
const kept = z.object({
  recent: z.array(z.string()).catch([]),
  tone: z.number().int().min(0).max(5).catch(0),
});
export type EmojiChoices = { recent: string[]; tone: Tone };

/** The emoji taken lately and the tone of skin, kept in this window's own store. */
export function emojiChoices(storage: Pick<Storage, 'getItem' | 'setItem'>) {
  function read(): EmojiChoices {
    try {
      return kept.parse(JSON.parse(storage.getItem(key) ?? '{}')) as EmojiChoices;
    } catch {
      return { recent: [], tone: 0 };
    }
  }
  function write(next: EmojiChoices): EmojiChoices {
    try {
      storage.setItem(key, JSON.stringify(next));
    } catch {
      // A full store costs the list of recents, nothing that was written.
    }
    return next;
  }
  return {
    read,
    take: (unicode: string) => {
      const { recent, tone } = read();
      return write({ tone, recent: addRecent(recent, unicode) });
    },
    setTone: (tone: Tone) => write({ ...read(), tone }),
  };
}
