import './emoji.css';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { SearchField } from '../search-field.tsx';
import { Skeleton } from '../skeleton.tsx';
import { emojiChoices } from './emoji-choices.ts';
import { findEmoji, inTone, type Emoji, type Tone } from './find-emoji.ts';
import { loadEmoji } from './load-emoji.ts';

const columns = 8;
const tones: readonly Tone[] = [0, 1, 2, 3, 4, 5];
const hands = ['✋', '✋🏻', '✋🏼', '✋🏽', '✋🏾', '✋🏿'];
const groups = [0, 1, 3, 4, 5, 6, 7, 8, 9] as const;

/** All emoji by their words in the window's language, with those taken lately first. */
export function EmojiPicker({ onTake }: { onTake: (unicode: string) => void }) {
  const { t, i18n } = useTranslation('emoji');
  const [text, setText] = useState('');
  const [choices, setChoices] = useState(() => emojiChoices(window.localStorage).read());
  const grid = useRef<HTMLDivElement>(null);
  const all = useQuery({
    queryKey: ['emoji', i18n.language],
    queryFn: () => loadEmoji(i18n.language),
    staleTime: Infinity,
    networkMode: 'always',
  });
  const take = (unicode: string) => {
    setChoices(emojiChoices(window.localStorage).take(unicode));
    const held = document.activeElement;
    onTake(unicode);
    // The text took the focus to write; the next emoji is chosen here.
    if (held instanceof HTMLElement) held.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const buttons = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('.emoji')];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns, ArrowDown: columns }[event.key];
    if (step === undefined || at < 0) return;
    event.preventDefault();
    buttons[Math.min(buttons.length - 1, Math.max(0, at + step))]?.focus();
  };
  const shelf = { tone: choices.tone, onTake: take };
  return (
    <div className="emoji-picker">
      <div
        onKeyDown={(event) => {
          const first = grid.current?.querySelector<HTMLButtonElement>('.emoji');
          if (event.key === 'Enter') first?.click();
          else if (event.key === 'ArrowDown') first?.focus();
          else return;
          event.preventDefault();
        }}
      >
        <SearchField label={t('search')} value={text} onChange={setText} />
      </div>
      <div
        ref={grid}
        className="emoji-shelves"
        role="group"
        aria-label={t('label')}
        onKeyDown={onKeyDown}
      >
        {all.data === undefined ? (
          <Skeleton widthPx={300} heightPx={160} />
        ) : text.trim() === '' ? (
          <Shelves all={all.data} recent={choices.recent} {...shelf} />
        ) : (
          <Shelf emoji={findEmoji(all.data, text)} {...shelf} none={t('none')} />
        )}
      </div>
      <div className="emoji-tones" role="radiogroup" aria-label={t('tone')}>
        {tones.map((tone) => (
          <button
            key={tone}
            type="button"
            role="radio"
            aria-checked={tone === choices.tone}
            aria-label={t(`tones.${tone}`)}
            onClick={() => setChoices(emojiChoices(window.localStorage).setTone(tone))}
          >
            {hands[tone]}
          </button>
        ))}
      </div>
    </div>
  );
}

type ShelfProps = { tone: Tone; onTake: (unicode: string) => void };

function Shelves({
  all,
  recent,
  ...shelf
}: ShelfProps & { all: readonly Emoji[]; recent: readonly string[] }) {
  const { t } = useTranslation('emoji');
  const [group, setGroup] = useState<number>(0);
  const lately = recent.map((unicode): Emoji => ({ unicode, label: nameOf(all, unicode) }));
  return (
    <>
      {lately.length > 0 ? <Shelf title={t('recent')} emoji={lately} {...shelf} /> : null}
      <div className="emoji-groups">
        {groups.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={one === group}
            aria-label={t(`groups.${one}`)}
            title={t(`groups.${one}`)}
            onClick={() => setGroup(one)}
          >
            {all.find((emoji) => emoji.group === one)?.unicode}
          </button>
        ))}
      </div>
      <Shelf
        title={t(`groups.${group}`)}
        emoji={all.filter((emoji) => emoji.group === group)}
        {...shelf}
      />
    </>
  );
}

function nameOf(all: readonly Emoji[], unicode: string): string {
  const fits = (emoji: Emoji) =>
    emoji.unicode === unicode || emoji.skins?.some((skin) => skin.unicode === unicode);
  return all.find(fits)?.label ?? unicode;
}

function Shelf({
  title,
  emoji,
  tone,
  onTake,
  none,
}: ShelfProps & { title?: string; emoji: readonly Emoji[]; none?: string }) {
  return (
    <>
      {title ? <h3 className="emoji-title">{title}</h3> : null}
      {emoji.length === 0 && none ? <p className="muted small">{none}</p> : null}
      <div className="emoji-grid">
        {emoji.map((one) => {
          const unicode = inTone(one, tone);
          return (
            <button
              key={one.unicode}
              type="button"
              className="emoji"
              aria-label={one.label}
              title={one.label}
              onClick={() => onTake(unicode)}
            >
              {unicode}
            </button>
          );
        })}
      </div>
    </>
  );
}
