import { IconDownload, IconPlayerPlay, IconX } from '@tabler/icons-react';
import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Product } from '../../../../shared/contract/catalogue.ts';
import type { JobFile } from '../../../../shared/contract/jobs.ts';
import { coverForPost } from '../../../../shared/scene/film/film-cover.ts';
import type { Film } from '../../../../shared/scene/film/film.ts';
import { useApi } from '../../../link/link-provider.tsx';
import { useProblem } from '../../../link/use-problem.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { formatNames } from '../frame-sizes.ts';
import { JobState } from '../job-state.tsx';
import { filmDraft } from './film-draft.ts';
import { usePreparePosts } from '../use-prepare-posts.ts';
import type { FilmDesk } from './film-desk.ts';
import { saveOriginal } from './save-original.ts';
import type { FilmRender } from './use-film-render.ts';

/** What stands above the picture: another window's changes, a save that failed, the video being made and
 *  what came of it. */
export function FilmNote({ desk, render }: { desk: FilmDesk; render: FilmRender }) {
  const { t } = useTranslation('film');
  const problem = useProblem();
  const { document } = desk;
  const { saving } = document;
  const failed = saving.state === 'failed' ? problem(saving.error) : undefined;
  if (failed?.code === 'film-changed')
    return (
      <div className="film-note" role="alert">
        <span className="grow">{failed.what}</span>
        <Button onClick={() => void saving.keepMine()}>{t('version.mine')}</Button>
        <Button onClick={() => void document.takeTheirs()}>{t('version.theirs')}</Button>
      </div>
    );
  if (failed)
    return (
      <div className="film-note" role="alert">
        <span className="grow">{failed.what}</span>
        <Button onClick={() => void saving.flush().catch(() => {})}>{t('version.again')}</Button>
      </div>
    );
  if (render.jobId !== undefined) return <Making desk={desk} render={render} />;
  return null;
}

function Making({ desk, render }: { desk: FilmDesk; render: FilmRender }) {
  const { t } = useTranslation('film');
  const files = render.isRunning ? [] : (render.job?.files ?? []);
  return (
    <div className="film-note film-making">
      <div className="grow">
        <JobState work={render} kind="video" />
        {files.length > 0 && render.isOutdated ? (
          <p className="small muted">{t('made.outdated')}</p>
        ) : null}
      </div>
      {files.length > 0 ? (
        <MadeDeeds film={desk.document.film} name={desk.document.name} files={files} />
      ) : null}
      {render.isRunning ? null : (
        <IconButton label={t('made.close')} icon={<IconX />} onClick={render.close} />
      )}
    </div>
  );
}

/** What was made: seen, kept as a file, or put into a post with its products and its cover. */
function MadeDeeds({ film, name, files }: { film: Film; name: string; files: readonly JobFile[] }) {
  const { t } = useTranslation(['film', 'studio-page']);
  const posts = usePreparePosts();
  const [seen, setSeen] = useState<JobFile>();
  const [first] = files;
  const products = useProducts(files.flatMap(({ productIds }) => productIds));
  const nameOf = (file: JobFile) => t(`studio-page:format.ratio.${formatNames[file.format]}`);
  return (
    <>
      {files.map((file) => (
        <span key={file.assetId} className="film-file">
          <Button icon={<IconPlayerPlay aria-hidden />} onClick={() => setSeen(file)}>
            {nameOf(file)}
          </Button>
          <IconButton
            label={t('made.download', { format: nameOf(file) })}
            icon={<IconDownload />}
            onClick={() =>
              saveOriginal(file.assetId, `${name} ${file.format.replace(':', 'x')}.mp4`)
            }
          />
        </span>
      ))}
      {first ? (
        <Button
          kind="primary"
          busy={posts.isBusy}
          onClick={() =>
            void posts.prepare(
              (accounts) => [filmDraft(coverForPost(film), first, products, accounts)],
              'post',
            )
          }
        >
          {t('made.use')}
        </Button>
      ) : null}
      <Dialog
        opened={seen !== undefined}
        onClose={() => setSeen(undefined)}
        title={t('made.title')}
        widthPx={640}
      >
        {seen ? (
          <video
            className="film-seen"
            src={`/media/${seen.assetId}/original`}
            poster={`/media/${seen.assetId}/thumb`}
            aria-label={t('made.title')}
            controls
            playsInline
          />
        ) : null}
      </Dialog>
    </>
  );
}

function useProducts(ids: readonly string[]): Product[] {
  const api = useApi();
  const answers = useQueries({
    queries: [...new Set(ids)].map((productId) =>
      api.catalogue.get.queryOptions({ input: { productId } }),
    ),
  });
  return answers.flatMap(({ data }) => data ?? []);
}
