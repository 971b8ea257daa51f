import { useTranslation } from 'react-i18next';
import { useFormats } from '../../link/formats-context.tsx';
import type { StudioClient } from '../../link/studio-api.ts';
import { useNow } from '../../link/use-now.ts';
import { letterParts, type LetterPart } from './letter-text.ts';

export type LetterAnswer = Awaited<ReturnType<StudioClient['today']['letter']>>;

/** Date, greeting, and the day in two sentences whose links lead to the lists below. */
export function Letter({ letter }: { letter: LetterAnswer }) {
  const { t } = useTranslation('today-ui');
  const formats = useFormats();
  const now = useNow();
  const facts = {
    attention: letter.attention.length,
    approvals: letter.approvals?.length ?? 0,
    due: letter.dueToday.length,
    waiting: letter.waiting.count,
    lowStock: letter.lowStock.map((product) => product.title),
    signIns: letter.signIns?.length ?? 0,
  };
  const hour = Number(
    new Intl.DateTimeFormat('en-GB', { hour: '2-digit', timeZone: formats.zone }).format(
      new Date(now),
    ),
  );
  return (
    <section className="today-letter">
      <p className="small muted num today-date">
        {formats.dateLong(now)}, {formats.time(now)}
      </p>
      <h1>{t(greeting(hour))}</h1>
      <p className="serif today-words">
        {letterParts(facts, (key, params) => t(key, { ...params })).map((part, index) => (
          <Piece key={index} part={part} />
        ))}
      </p>
    </section>
  );
}

/** `morning`, `afternoon` or `evening` by the clock of the shop. */
function greeting(hour: number): string {
  if (hour >= 18 || hour < 4) return 'evening';
  return hour < 12 ? 'morning' : 'afternoon';
}

function Piece({ part: { text, to } }: { part: LetterPart }) {
  if (!to) return text;
  return (
    <a
      href={`#${to}`}
      onClick={(event) => {
        // The address holds the screen, so the page moves by itself.
        event.preventDefault();
        const list = document.getElementById(to);
        list?.scrollIntoView({ block: 'nearest' });
        list?.focus();
      }}
    >
      {text}
    </a>
  );
}
