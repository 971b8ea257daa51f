import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconArrowLeft,
  IconBadgeCc,
  IconCheck,
  IconChevronDown,
  IconPhotoStar,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Format } from '../../../../shared/contract/shapes.ts';
import type { SaveState } from '../../../link/create-autosave.ts';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Menu } from '../../../ui/menu.tsx';
import { Segments } from '../../../ui/segments.tsx';
import { formatNames } from '../frame-sizes.ts';
import type { FilmDesk } from './film-desk.ts';
import type { FilmDocument } from './use-film-document.ts';
import { TeaserDialog } from './teaser-dialog.tsx';
import type { FilmRender } from './use-film-render.ts';

const usualFormats: readonly Format[] = ['9:16', '4:5', '1:1'];

/** Name and formats of the video, steps back and forward, and its making. */
export function FilmHead({ desk, render }: { desk: FilmDesk; render: FilmRender }) {
  const { t } = useTranslation('film');
  const navigate = useNavigate();
  const { document } = desk;
  return (
    <header className="film-head">
      <IconButton
        label={t('head.back')}
        icon={<IconArrowLeft />}
        onClick={() => void navigate({ to: '/studio/film' })}
      />
      <h1 className="hidden-text">{document.name}</h1>
      <NameField document={document} />
      <Saved state={document.saving.state} />
      <span className="grow" />
      <FormatSwitch desk={desk} />
      <IconButton
        label={t('head.undo')}
        icon={<IconArrowBackUp />}
        disabled={!document.canUndo}
        onClick={document.undo}
      />
      <IconButton
        label={t('head.redo')}
        icon={<IconArrowForwardUp />}
        disabled={!document.canRedo}
        onClick={document.redo}
      />
      <PanelSwitch desk={desk} />
      <span className="grow" />
      <RenderDeed desk={desk} render={render} />
    </header>
  );
}

function NameField({ document }: { document: FilmDocument }) {
  const { t } = useTranslation('film');
  return (
    <input
      className="film-name cut"
      aria-label={t('head.name')}
      value={document.name}
      maxLength={120}
      onChange={(event) => document.setName(event.currentTarget.value)}
      onBlur={document.finish}
      onKeyDown={(event) => (event.key === 'Enter' ? event.currentTarget.blur() : undefined)}
    />
  );
}

/** Opens captions or the cover in the place of the part, and closes them. */
function PanelSwitch({ desk }: { desk: FilmDesk }) {
  const { t } = useTranslation(['captions', 'cover']);
  const { panel, setPanel } = desk;
  const toggle = (one: typeof panel) => setPanel(panel === one ? undefined : one);
  return (
    <>
      <IconButton
        label={t('captions:title')}
        icon={<IconBadgeCc />}
        aria-pressed={panel === 'captions'}
        onClick={() => toggle('captions')}
      />
      <IconButton
        label={t('cover:title')}
        icon={<IconPhotoStar />}
        aria-pressed={panel === 'cover'}
        onClick={() => toggle('cover')}
      />
    </>
  );
}

/** “Saved” for two seconds; a save that fails says so until it works. */
function Saved({ state }: { state: SaveState }) {
  const { t } = useTranslation('film');
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    if (state !== 'saved') return undefined;
    setShown(true);
    const timer = setTimeout(() => setShown(false), 2000);
    return () => clearTimeout(timer);
  }, [state]);
  return (
    <span className="film-saved small muted" role="status">
      {state === 'failed' ? t('head.unsaved') : null}
      {state !== 'failed' && isShown ? (
        <>
          <IconCheck aria-hidden /> {t('head.saved')}
        </>
      ) : null}
    </span>
  );
}

function FormatSwitch({ desk }: { desk: FilmDesk }) {
  const { t } = useTranslation(['film', 'studio-page']);
  const formats = desk.style?.formats ?? usualFormats;
  return (
    <Segments
      label={t('head.formats')}
      value={desk.format}
      options={formats.map((value) => ({
        value,
        label: t(`studio-page:format.ratio.${formatNames[value]}`),
        name: t(`studio-page:format.long.${formatNames[value]}`),
      }))}
      onChange={desk.setFormat}
    />
  );
}

function RenderDeed({ desk, render }: { desk: FilmDesk; render: FilmRender }) {
  const { t } = useTranslation(['film', 'teaser']);
  const [isTeasing, setTeasing] = useState(false);
  const isBusy = render.isOrdering || render.isRunning;
  const formats = desk.style?.formats ?? usualFormats;
  const usual = usualFormats.filter((one) => formats.includes(one));
  const { estimateMs } = render;
  return (
    <div className="film-deed">
      {estimateMs === undefined ? null : (
        <span className="small muted num film-estimate">
          {t('head.estimate', { count: Math.max(1, Math.round(estimateMs / 1000)) })}
        </span>
      )}
      <Button kind="primary" busy={isBusy} onClick={() => render.run([desk.format])}>
        {t('head.render')}
      </Button>
      <Menu
        target={
          <IconButton
            kind="primary"
            label={t('head.renderMore')}
            icon={<IconChevronDown />}
            disabled={isBusy}
          />
        }
        items={[
          {
            label: t('head.renderUsual'),
            right: <span className="small muted">{usual.join(' ')}</span>,
            run: () => render.run([...usual]),
          },
          {
            label: t('head.renderAll'),
            right: <span className="small muted num">{formats.length}</span>,
            run: () => render.run([...formats]),
          },
          'line',
          { label: t('teaser:menu'), run: () => setTeasing(true) },
        ]}
      />
      {isTeasing ? <TeaserDialog desk={desk} onClose={() => setTeasing(false)} /> : null}
    </div>
  );
}
