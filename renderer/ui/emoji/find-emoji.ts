import { foldText } from '../../../shared/rules/fold-text.ts';

export type Emoji = {
  unicode: string;
  label: string;
  tags?: string[] | undefined;
  /** 0 smileys … 9 flags; letters and skin tones have none. */
  group?: number | undefined;
  order?: number | undefined;
  skins?: { unicode: string }[] | undefined;
};

/** 0 as drawn, 1 light … 5 dark. */
export type Tone = 0 | 1 | 2 | 3 | 4 | 5;

const component = 2;

/** Those that a person may want, in the order of keyboards. */
export function listEmoji(all: readonly Emoji[]): Emoji[] {
  return all
    .filter(({ group }) => group !== undefined && group !== component)
    .sort((one, other) => (one.order ?? 0) - (other.order ?? 0));
}

/** Those whose words begin with each typed word, whole names first. */
export function findEmoji(all: readonly Emoji[], typed: string, most = 120): Emoji[] {
  const wanted = foldText(typed).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return [];
  const scored = all.flatMap((emoji) => {
    const label = foldText(emoji.label);
    const words = [label, ...(emoji.tags ?? []).map((tag) => foldText(tag))].flatMap((part) =>
      part.split(/[^\p{L}\p{N}]+/u),
    );
    const fits = wanted.every((part) => words.some((word) => word.startsWith(part)));
    if (!fits && emoji.unicode !== typed.trim()) return [];
    return [
      { emoji, score: label === wanted.join(' ') ? 0 : label.startsWith(wanted[0] ?? '') ? 1 : 2 },
    ];
  });
  return scored
    .sort((one, other) => one.score - other.score)
    .slice(0, most)
    .map(({ emoji }) => emoji);
}

/** In a skin tone, for those that have one. */
export function inTone(emoji: Emoji, tone: Tone): string {
  return (tone > 0 ? emoji.skins?.[tone - 1]?.unicode : undefined) ?? emoji.unicode;
}

/** The newest first, each once. */
export function addRecent(recent: readonly string[], unicode: string, most = 24): string[] {
  return [unicode, ...recent.filter((other) => other !== unicode)].slice(0, most);
}
