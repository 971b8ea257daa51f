import { IconArrowUp, IconFolder } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BrowsedFolder, WatchView } from '../../../shared/contract/watch.ts';
import { useApi } from '../../link/link-provider.tsx';
import { useChange } from '../../link/use-change.ts';
import { useProblem } from '../../link/use-problem.ts';
import { Button } from '../../ui/button.tsx';
import { CheckBox } from '../../ui/check-box.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ProblemBlock } from '../../ui/problem-block.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { TextField } from '../../ui/text-field.tsx';

/** Walks through the folders of this machine to the one whose photos come in by themselves; its path can
 *  be pasted, too. */
export function FolderDialog({ view, onClose }: { view: WatchView; onClose: () => void }) {
  const { t } = useTranslation('import');
  const api = useApi();
  const [asked, setAsked] = useState(view.folder ?? view.lastFolder);
  const [hasSubfolders, setSubfolders] = useState(view.subfolders ?? true);
  const [takesAll, setTakeAll] = useState(false);
  const seen = useFolder(asked);
  const set = useChange(api.watch.set.mutationOptions({ onSuccess: onClose }));
  const choose = () => {
    if (!seen.folder) return;
    const { folder } = seen.folder;
    set.mutate({ folder, subfolders: hasSubfolders, takeAll: takesAll });
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      widthPx={600}
      title={t('folder.title')}
      footer={
        <>
          <Button size="lg" onClick={onClose}>
            {t('folder.cancel')}
          </Button>
          <Button
            size="lg"
            kind="primary"
            busy={set.isPending}
            disabled={!seen.folder || seen.problem !== undefined}
            onClick={choose}
          >
            {t('folder.take')}
          </Button>
        </>
      }
    >
      <PathField
        key={seen.folder?.folder}
        path={seen.folder?.folder ?? asked ?? ''}
        onGo={setAsked}
      />
      {seen.problem ? <ProblemBlock problem={seen.problem} /> : null}
      <Folders folder={seen.folder} onGo={setAsked} />
      <div className="folder-wishes">
        <CheckBox checked={hasSubfolders} onChange={setSubfolders} label={t('folder.subfolders')} />
        <CheckBox checked={takesAll} onChange={setTakeAll} label={t('folder.takeAll')} />
      </div>
    </Dialog>
  );
}

function useFolder(path: string | undefined) {
  const api = useApi();
  const problem = useProblem();
  const found = useQuery({
    ...api.watch.browse.queryOptions({ input: path === undefined ? {} : { folder: path } }),
    placeholderData: keepPreviousData,
    staleTime: 0,
    retry: false,
  });
  const broken = found.error ? problem(found.error) : found.data?.problem;
  return { folder: found.data, problem: broken };
}

/** What is typed or pasted is looked at with Enter, or when the field is left. */
function PathField({ path, onGo }: { path: string; onGo: (path: string) => void }) {
  const { t } = useTranslation('import');
  const [text, setText] = useState(path);
  const go = () => text.trim() !== '' && text.trim() !== path && onGo(text.trim());
  return (
    <TextField
      label={t('folder.path')}
      value={text}
      maxLength={4096}
      onChange={setText}
      onBlur={go}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        go();
      }}
    />
  );
}

function Folders({
  folder,
  onGo,
}: {
  folder: BrowsedFolder | undefined;
  onGo: (path: string) => void;
}) {
  const { t } = useTranslation('import');
  if (!folder) return <SkeletonRows count={4} />;
  const { parent, folders, photos } = folder;
  return (
    <div className="folder-browse">
      <ul aria-label={t('folder.list')}>
        {parent === undefined ? null : (
          <li>
            <button type="button" className="folder-go" onClick={() => onGo(parent)}>
              <IconArrowUp aria-hidden />
              {t('folder.up')}
            </button>
          </li>
        )}
        {folders.map(({ name, path }) => (
          <li key={path}>
            <button type="button" className="folder-go" onClick={() => onGo(path)}>
              <IconFolder aria-hidden />
              <span className="cut">{name}</span>
            </button>
          </li>
        ))}
      </ul>
      <p className="small muted num" role="status">
        {t('folder.photos', { count: photos })}
      </p>
    </div>
  );
}
