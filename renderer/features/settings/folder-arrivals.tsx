import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { WatchView } from '../../../shared/contract/watch.ts';
import { useFormats } from '../../link/formats-context.tsx';
import { useApi } from '../../link/link-provider.tsx';
import { useChange } from '../../link/use-change.ts';
import { useNow } from '../../link/use-now.ts';
import { Button } from '../../ui/button.tsx';
import { Thumbnail } from '../../ui/thumbnail.tsx';
import { useToast } from '../../ui/toast.tsx';

/** What came out of the folder, today first, and the way to take the last lot back. */
export function FolderArrivals({ view }: { view: WatchView }) {
  const { t } = useTranslation('import');
  const formats = useFormats();
  const now = useNow();
  const { recent, lot } = view;
  const day = formats.date(now, now);
  const today = recent.filter(({ at }) => formats.date(at, now) === day);
  const earlier = recent.filter(({ at }) => formats.date(at, now) !== day);
  if (recent.length === 0)
    return view.folder ? <p className="muted folder-none">{t('watch.nothing')}</p> : null;
  return (
    <section className="folder-came">
      <header>
        <h3>{t('watch.today', { count: today.length })}</h3>
        {lot && lot.count > 0 ? <UndoLot lot={lot} /> : null}
      </header>
      <Files files={today} />
      {earlier.length > 0 ? (
        <>
          <h3>{t('watch.earlier')}</h3>
          <Files files={earlier} />
        </>
      ) : null}
    </section>
  );
}

function UndoLot({ lot }: { lot: NonNullable<WatchView['lot']> }) {
  const { t } = useTranslation('import');
  const api = useApi();
  const toast = useToast();
  const undo = useChange(api.watch.undoLot.mutationOptions());
  const run = () =>
    undo.mutate(
      { lotId: lot.id },
      {
        onSuccess: ({ removed, kept }) => {
          const words = [
            removed > 0 ? t('undone.binned', { count: removed }) : '',
            kept > 0 ? t('undone.used', { count: kept }) : '',
          ];
          toast({ text: words.filter(Boolean).join(' ') });
        },
      },
    );
  return (
    <Button busy={undo.isPending} onClick={run}>
      {t('watch.undoLot', { count: lot.count })}
    </Button>
  );
}

function Files({ files }: { files: WatchView['recent'] }) {
  const { t } = useTranslation('import');
  const formats = useFormats();
  const now = useNow();
  return (
    <ul className="folder-files">
      {files.map(({ name, assetId, problem, at }) => (
        <li key={`${at}-${name}`}>
          {assetId ? (
            <Thumbnail url={`/media/${assetId}/thumb`} widthPx={32} heightPx={40} />
          ) : (
            <span className="folder-bad">
              <IconAlertTriangle aria-hidden />
            </span>
          )}
          <span className="folder-words">
            <span className="cut" title={name}>
              {name}
            </span>
            {problem ? (
              <span className="small">{`${problem.what} ${problem.todo}`}</span>
            ) : (
              <span className="small muted num">
                {assetId ? formats.near(at, now) : t('watch.nothing')}
              </span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
