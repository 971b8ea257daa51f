import { useTranslation } from 'react-i18next';
import type { FilmProject } from '../../../../shared/contract/films.ts';
import { FileDrop } from '../../../ui/file-drop.tsx';
import { CaptionsPanel } from './captions-panel.tsx';
import { CoverPanel } from './cover-panel.tsx';
import type { FilmDesk } from './film-desk.ts';
import { FilmHead } from './film-head.tsx';
import { FilmLeft } from './film-left.tsx';
import { FilmNote } from './film-note.tsx';
import { FilmStage } from './film-stage.tsx';
import { PartPanel } from './part-panel.tsx';
import { Timeline } from './timeline.tsx';
import { useFilmDesk } from './use-film-desk.ts';
import { useFilmKeys } from './use-film-keys.ts';
import { useFilmRender } from './use-film-render.ts';
import { VoicePanel } from './voice-panel.tsx';

/** The picture that plays in the middle, what to take left, what is worked on right, time below. */
export function FilmEditor({ project }: { project: FilmProject }) {
  const { t } = useTranslation('film');
  const { desk, player } = useFilmDesk(project);
  const render = useFilmRender(desk.document, project.jobId);
  useFilmKeys(desk);
  return (
    <FileDrop
      className="film"
      label={t('left.drop')}
      onFiles={(files) => void desk.bring.files(files)}
    >
      <FilmHead desk={desk} render={render} />
      <FilmLeft desk={desk} />
      <section className="film-work" aria-label={t('stage.area')}>
        <FilmNote desk={desk} render={render} />
        <FilmStage desk={desk} player={player} />
      </section>
      <RightPanel desk={desk} />
      <Timeline desk={desk} />
      <p className="hidden-text" role="status">
        {desk.deeds.said}
      </p>
    </FileDrop>
  );
}

/** The settings of what is worked on. */
function RightPanel({ desk }: { desk: FilmDesk }) {
  const voice = desk.document.film.audio.voices.find(({ id }) => id === desk.voiceId);
  if (desk.panel === 'captions') return <CaptionsPanel desk={desk} />;
  if (desk.panel === 'cover') return <CoverPanel desk={desk} />;
  return voice ? <VoicePanel desk={desk} voice={voice} /> : <PartPanel desk={desk} />;
}
