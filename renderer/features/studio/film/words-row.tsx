import { useTranslation } from 'react-i18next';
import { partTimes, type FilmPart } from '../../../../shared/scene/film/film.ts';
import type { FilmDesk } from './film-desk.ts';

/** What each part says, while it is seen: its words, or its price. A press opens the part. */
export function WordsRow({
  desk,
  scale,
  kind,
}: {
  desk: FilmDesk;
  scale: number;
  kind: 'words' | 'price';
}) {
  const { t } = useTranslation('film');
  const { film } = desk.document;
  const times = partTimes(film);
  return (
    <ul className="film-lane" aria-label={t(kind === 'words' ? 'time.words' : 'time.prices')}>
      {film.parts.map((part, index) => {
        const text = kind === 'price' ? part.words.price : wordsOf(part);
        const { startMs = 0 } = times[index] ?? {};
        if (!text) return null;
        const { inMs, outMs } = seenOf(desk, part, index, kind);
        return (
          <li
            key={part.id}
            className="film-word"
            style={{ left: (startMs + inMs) * scale, width: Math.max(8, (outMs - inMs) * scale) }}
          >
            <button type="button" className="cut" onClick={() => desk.select(part.id)}>
              {text}
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function wordsOf({ words }: FilmPart): string | undefined {
  const { title, headline, text, callToAction } = words;
  return title ?? headline ?? text ?? callToAction;
}

/** When the layer that carries the words is seen, in the part's own time. */
function seenOf(desk: FilmDesk, part: FilmPart, index: number, kind: 'words' | 'price') {
  const whole = { inMs: 0, outMs: part.durationMs };
  const { startMs = 0 } = partTimes(desk.document.film)[index] ?? {};
  const layer = desk.sources?.scene.layers.find(
    (one) =>
      one.id.startsWith(`${part.id}/`) &&
      (kind === 'price' ? one.kind === 'price' : one.kind === 'text'),
  );
  if (layer?.inMs === undefined || layer.outMs === undefined) return whole;
  const delayMs = Math.max(0, ...(layer.motions ?? []).map((one) => one.delayMs ?? 0));
  const inMs = Math.max(0, layer.inMs - startMs + delayMs);
  const outMs = Math.min(part.durationMs, layer.outMs - startMs);
  // The scene follows the film a moment later: until then the part's own length holds.
  return outMs > inMs ? { inMs, outMs } : whole;
}
