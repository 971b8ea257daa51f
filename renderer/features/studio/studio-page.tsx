import './studio.css';
import { IconMovie, IconPhoto, IconPhotoSquareRounded } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Segments } from '../../ui/segments.tsx';
import { GalleryMode } from './gallery-mode.tsx';
import { BringMenu } from './import/bring-menu.tsx';
import { useImports } from './import/imports-context.ts';
import { usePaste } from './import/use-paste.ts';
import { PicturesDeed } from './pictures-deed.tsx';
import { PicturesMode } from './pictures-mode.tsx';
import { useCreationCount } from './use-creations.ts';
import { useStudioState, type StudioState } from './use-studio-state.ts';
import { VideoDeed } from './video-deed.tsx';
import { VideoMode } from './video-mode.tsx';

/** Pictures and videos of the shop's products, and everything made so far. */
export function StudioPage() {
  const state = useStudioState();
  usePaste(useImports().bring);
  const { mode, setMode, what, pictures, video } = state;
  const { found, isSearch, total } = what;
  const isBare = found.isSuccess && !isSearch && total === 0 && what.chosen.length === 0;
  return (
    <div className="studio">
      <StudioHead state={state} isBare={isBare} />
      {mode === 'gallery' ? <GalleryMode onMake={() => setMode('pictures')} /> : null}
      {mode !== 'gallery' && isBare ? <NoProducts /> : null}
      {mode === 'pictures' && !isBare ? <PicturesMode what={what} pictures={pictures} /> : null}
      {mode === 'video' && !isBare ? <VideoMode what={what} video={video} /> : null}
    </div>
  );
}

function StudioHead({ state, isBare }: { state: StudioState; isBare: boolean }) {
  const { t } = useTranslation('studio-page');
  const { mode, setMode, what, pictures, video } = state;
  const count = useCreationCount();
  const modes = [
    { value: 'pictures', label: t('mode.pictures'), icon: <IconPhoto aria-hidden /> },
    { value: 'video', label: t('mode.video'), icon: <IconMovie aria-hidden /> },
    {
      value: 'gallery',
      icon: <IconPhotoSquareRounded aria-hidden />,
      label: (
        <>
          {t('mode.gallery')}
          {count ? <span className="muted num">{count}</span> : null}
        </>
      ),
    },
  ] as const;
  return (
    <PageHead
      title={t(`title.${mode}`)}
      beside={<Segments label={t('mode.label')} value={mode} options={modes} onChange={setMode} />}
    >
      {mode === 'pictures' && !isBare ? <PicturesDeed what={what} pictures={pictures} /> : null}
      {mode === 'video' && !isBare ? <VideoDeed what={what} video={video} /> : null}
      {mode === 'gallery' ? <EditorLink /> : null}
      {mode === 'gallery' ? <BringMenu /> : null}
    </PageHead>
  );
}

/** To the pictures that were begun in the editor, and to an empty one. */
function EditorLink() {
  const { t } = useTranslation('editor');
  const navigate = useNavigate();
  return <Button onClick={() => void navigate({ to: '/studio/editor' })}>{t('list.title')}</Button>;
}

function NoProducts() {
  const { t } = useTranslation('studio-page');
  const navigate = useNavigate();
  return (
    <EmptyState
      title={t('empty.title')}
      text={t('empty.text')}
      action={
        <Button kind="primary" size="lg" onClick={() => void navigate({ to: '/catalogue' })}>
          {t('empty.action')}
        </Button>
      }
    />
  );
}
