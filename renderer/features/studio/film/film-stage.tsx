import { useTranslation } from 'react-i18next';
import { useProblem } from '../../../link/use-problem.ts';
import { ProblemBlock } from '../../../ui/problem-block.tsx';
import { FilmPlayer } from '../film-player/film-player.tsx';
import type { FilmDesk } from './film-desk.ts';
import { LayerHandles } from './layer-handles.tsx';
import type { StagePlayer } from './use-stage-player.ts';

/** The film as it will be, with the layers of the part to take up. */
export function FilmStage({ desk, player }: { desk: FilmDesk; player: StagePlayer }) {
  const { t } = useTranslation('film');
  const problem = useProblem();
  const failed = desk.error ?? player.player.error;
  const notes = desk.sources?.notes ?? [];
  return (
    <div className="film-stage" data-film-keys>
      {failed ? (
        <ProblemBlock problem={problem(failed)} />
      ) : (
        <FilmPlayer player={player.player} label={t('stage.picture')}>
          {desk.transport.isPlaying ? null : <LayerHandles desk={desk} />}
        </FilmPlayer>
      )}
      {notes.length > 0 && !failed ? (
        <p className="small muted film-notes">{notes.map(({ text }) => text).join(' ')}</p>
      ) : null}
    </div>
  );
}
