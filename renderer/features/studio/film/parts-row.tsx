import { IconTransitionRight } from '@tabler/icons-react';
import { useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { partAt } from '../../../../shared/scene/film/edit-film.ts';
import { partTimes } from '../../../../shared/scene/film/film.ts';
import { visualDropped } from './dragged-visual.ts';
import type { FilmDesk } from './film-desk.ts';
import { FilmPartBlock } from './part-block.tsx';
import { partName } from './part-name.ts';

/** The parts in their order, as wide as they last, with the passages between them. Photos and clips can be
 *  dropped on it. */
export function PartsRow({ desk, scale }: { desk: FilmDesk; scale: number }) {
  const { t } = useTranslation('film');
  const { film } = desk.document;
  const times = partTimes(film);
  const [dragged, setDragged] = useState<{ id: string; byPx: number }>();
  const drop = (event: DragEvent<HTMLElement>) => {
    const visual = visualDropped(event.dataTransfer);
    const files = [...event.dataTransfer.files];
    if (!visual && files.length === 0) return;
    event.preventDefault();
    const left = event.currentTarget.getBoundingClientRect().left;
    const found = partAt(film, (event.clientX - left) / scale);
    const at = found && found.index + 1;
    if (visual) desk.deeds.add({ role: 'full', words: {}, visual }, { at });
    else void desk.bring.files(files, at);
  };
  return (
    <ol
      className="film-lane film-lane-parts"
      aria-label={t('time.parts')}
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
    >
      {film.parts.map((part, index) => (
        <FilmPartBlock
          key={part.id}
          {...{ desk, part, index, scale }}
          startMs={times[index]?.startMs ?? 0}
          draggedPx={dragged?.id === part.id ? dragged.byPx : undefined}
          onDrag={(byPx) => setDragged(byPx === undefined ? undefined : { id: part.id, byPx })}
        />
      ))}
      {film.parts.slice(1).map((part, index) => (
        <li
          key={`${part.id} passage`}
          className="film-passage"
          style={{ left: (times[index]?.endMs ?? 0) * scale }}
        >
          <button
            type="button"
            aria-label={t('time.passage', { name: partName(part, t) })}
            onClick={() => {
              desk.select(part.id);
              document.getElementById('film-passage')?.focus();
            }}
          >
            <IconTransitionRight aria-hidden />
          </button>
        </li>
      ))}
    </ol>
  );
}
