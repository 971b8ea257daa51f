import { listEmoji, type Emoji } from './find-emoji.ts';

/** The emoji with their words in a language: a file of its own, fetched when the picker first opens. */
export async function loadEmoji(language: string): Promise<Emoji[]> {
  const { default: all } =
    language === 'fr'
      ? await import('emojibase-data/fr/compact.json')
      : await import('emojibase-data/en/compact.json');
  return listEmoji(all as Emoji[]);
}
