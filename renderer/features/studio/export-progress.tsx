import { IconFolderOpen } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ExportRun } from '../../../shared/contract/exports.ts';
import { useApi } from '../../link/link-provider.tsx';
import { useChange } from '../../link/use-change.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemBlock } from '../../ui/problem-block.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import { useToast } from '../../ui/toast.tsx';

/** How far the files are written, and where they are. */
export function ExportProgress({ exportId }: { exportId: string }) {
  const { t } = useTranslation('batch');
  const api = useApi();
  const cancel = useChange(api.exports.cancel.mutationOptions());
  const { data: run } = useQuery(api.exports.get.queryOptions({ input: { exportId } }));
  if (!run) return null;
  const ended = run.written + run.skipped + run.failed.length;
  return (
    <div className="studio-export">
      <div className="studio-job-line">
        <span role="status" className="num">
          {t(`export.state.${run.state}`, { done: run.written, count: run.total })}
          {run.skipped > 0 ? `, ${t('export.skipped', { count: run.skipped })}` : ''}
        </span>
        {run.state === 'running' ? (
          <TextButton onClick={() => cancel.mutate({ exportId })}>{t('export.cancel')}</TextButton>
        ) : null}
      </div>
      {run.state === 'running' ? (
        <ProgressBar frac={ended / Math.max(1, run.total)} label={t('export.title')} />
      ) : null}
      {run.problem ? <ProblemBlock problem={run.problem} /> : null}
      <Failed run={run} />
      {run.written > 0 ? <Where run={run} /> : null}
    </div>
  );
}

function Failed({ run }: { run: ExportRun }) {
  if (run.failed.length === 0) return null;
  return (
    <ul className="studio-export-failed small">
      {run.failed.map(({ name, problem }) => (
        <li key={name}>
          <span className="mono">{name}</span> {problem.title}
        </li>
      ))}
    </ul>
  );
}

function Where({ run: { id, folder } }: { run: ExportRun }) {
  const { t } = useTranslation('batch');
  const api = useApi();
  const toast = useToast();
  const habits = useQuery(api.exports.habits.queryOptions());
  const show = useChange(api.exports.show.mutationOptions());
  const copy = () =>
    void navigator.clipboard.writeText(folder).then(
      () => toast({ text: t('export.copied') }),
      () => undefined,
    );
  const canShow = habits.data?.canShow === true;
  return (
    <>
      <div className="studio-export-where">
        <span className="mono cut" title={folder}>
          {folder}
        </span>
        {canShow ? (
          <Button
            icon={<IconFolderOpen aria-hidden />}
            onClick={() => show.mutate({ exportId: id })}
          >
            {t('export.show')}
          </Button>
        ) : null}
        <Button kind={canShow ? 'quiet' : 'plain'} onClick={copy}>
          {t('export.copy')}
        </Button>
      </div>
      {canShow ? null : <p className="small muted">{t('export.elsewhere')}</p>}
    </>
  );
}
