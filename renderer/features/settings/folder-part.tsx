import './folder-part.css';
import { IconCircleCheck, IconFolderOff, IconLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WatchView } from '../../../shared/contract/watch.ts';
import { useApi } from '../../link/link-provider.tsx';
import { useChange } from '../../link/use-change.ts';
import { useProblem } from '../../link/use-problem.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemBlock } from '../../ui/problem-block.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { StateSign } from '../../ui/state-sign.tsx';
import { Switch } from '../../ui/switch.tsx';
import { FolderArrivals } from './folder-arrivals.tsx';
import { FolderDialog } from './folder-dialog.tsx';

/** The folder whose new photos come in by themselves: which one, how it fares, what came. */
export function FolderPart() {
  const api = useApi();
  const problem = useProblem();
  const found = useQuery(api.watch.get.queryOptions());
  if (found.error) return <ProblemBlock problem={problem(found.error)} />;
  return found.data ? <FolderCard view={found.data} /> : <SkeletonRows />;
}

function FolderCard({ view }: { view: WatchView }) {
  const { t } = useTranslation('import');
  const api = useApi();
  const [isChoosing, setChoosing] = useState(false);
  const set = useChange(api.watch.set.mutationOptions());
  const stop = useChange(api.watch.stop.mutationOptions());
  const { folder, lastFolder, subfolders, state } = view;
  const shown = folder ?? lastFolder;
  const turn = (on: boolean) => {
    if (!on) stop.mutate({});
    else if (shown === undefined) setChoosing(true);
    else set.mutate({ folder: shown, ...(subfolders === undefined ? {} : { subfolders }) });
  };
  return (
    <div className="folder">
      <section className="folder-card">
        <Switch
          label={t('watch.on')}
          checked={folder !== undefined}
          busy={set.isPending || stop.isPending}
          onChange={turn}
        />
        <div className="folder-line">
          {shown === undefined ? (
            <span className="grow muted">{t('watch.none')}</span>
          ) : (
            <span className={folder ? 'grow settings-path' : 'grow settings-path muted'}>
              {shown}
            </span>
          )}
          <Button onClick={() => setChoosing(true)}>
            {t(shown === undefined ? 'watch.choose' : 'watch.change')}
          </Button>
        </div>
        {folder === undefined ? (
          <p className="small muted">{t(shown === undefined ? 'watch.how' : 'watch.offNote')}</p>
        ) : (
          <>
            <State state={state} />
            <p className="small muted">
              {t(subfolders === false ? 'watch.flat' : 'watch.deep')}{' '}
              {t('watch.total', { count: view.imported })}
            </p>
          </>
        )}
      </section>
      <FolderArrivals view={view} />
      {isChoosing ? <FolderDialog view={view} onClose={() => setChoosing(false)} /> : null}
    </div>
  );
}

/** Away and shut say what to do about it. */
function State({ state }: { state: WatchView['state'] }) {
  const { t } = useTranslation('import');
  if (state === 'watching')
    return (
      <StateSign tone="leaf" icon={<IconCircleCheck />}>
        {t('watch.state.watching')}
      </StateSign>
    );
  if (state === 'off') return null;
  const Icon = state === 'away' ? IconFolderOff : IconLock;
  return (
    <div className="folder-trouble" role="status">
      <Icon aria-hidden />
      <p>
        <b>{t(`watch.state.${state}`)}</b> {t(`watch.cure.${state}`)}
      </p>
    </div>
  );
}
