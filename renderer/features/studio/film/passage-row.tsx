import { useTranslation } from 'react-i18next';
import { changePart } from '../../../../shared/scene/film/edit-film.ts';
import type { FilmPart } from '../../../../shared/scene/film/film.ts';
import type { Transition } from '../../../../shared/scene/scene.ts';
import type { FilmDesk } from './film-desk.ts';
import { SlideField } from './slide-field.tsx';

const usualMs = 400;
const choices = [
  'style',
  'cut',
  'cross-fade',
  'slide left',
  'slide right',
  'slide top',
  'slide bottom',
  'zoom',
  'wipe left',
  'wipe right',
  'wipe top',
  'wipe bottom',
] as const;
type Choice = (typeof choices)[number];

/** How the part takes the place of the one before, and how long that takes. */
export function PassageRow({ desk }: { desk: FilmDesk }) {
  const { t } = useTranslation('film');
  const { part, document } = desk;
  const { transition } = part;
  const lasting = typeof transition === 'object' ? transition : undefined;
  const set = (next: FilmPart['transition'], gesture?: string) =>
    document.change(
      (film) =>
        changePart(film, part.id, ({ transition: _before, ...rest }) =>
          next === undefined ? rest : { ...rest, transition: next },
        ),
      gesture,
    );
  return (
    <>
      <div className="film-row">
        <label className="muted" htmlFor="film-passage">
          {t('part.passage')}
        </label>
        <select
          id="film-passage"
          className="film-select"
          value={choiceOf(transition)}
          onChange={(event) => {
            const chosen = choices[event.currentTarget.selectedIndex];
            if (chosen) set(passageOf(chosen, lasting?.durationMs ?? usualMs));
          }}
        >
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {t(`passage.${choice}`)}
            </option>
          ))}
        </select>
      </div>
      {lasting ? (
        <SlideField
          label={t('part.passageLength')}
          value={lasting.durationMs / 1000}
          {...{ min: 0.1, max: 2, step: 0.1 }}
          unit="s"
          onChange={(seconds) =>
            set({ ...lasting, durationMs: Math.round(seconds * 1000) }, `passage ${part.id}`)
          }
          onEnd={document.finish}
        />
      ) : null}
    </>
  );
}

function choiceOf(transition: FilmPart['transition']): Choice {
  if (transition === undefined) return 'style';
  if (transition === 'cut') return 'cut';
  return 'side' in transition ? `${transition.kind} ${transition.side}` : transition.kind;
}

function passageOf(choice: Choice, durationMs: number): Transition | 'cut' | undefined {
  if (choice === 'style') return undefined;
  if (choice === 'cut') return 'cut';
  if (choice === 'cross-fade' || choice === 'zoom') return { kind: choice, durationMs };
  const [kind, side] = choice.split(' ') as ['slide' | 'wipe', 'left' | 'right' | 'top' | 'bottom'];
  return { kind, side, durationMs };
}
