import { IconFolderOpen } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../../link/link-provider.tsx';
import { useChange } from '../../../link/use-change.ts';
import { Button } from '../../../ui/button.tsx';
import { ProblemBlock } from '../../../ui/problem-block.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import { TextButton } from '../../../ui/text-button.tsx';

/** How far a file is written, and where it is. */
export function FileRunLine({ runId }: { runId: string }) {
  const { t } = useTranslation('records-ui');
  const api = useApi();
  const outlook = useQuery(api.records.outlook.queryOptions());
  const cancel = useChange(api.records.cancel.mutationOptions());
  const show = useChange(api.records.show.mutationOptions());
  const { data: run } = useQuery(api.records.run.queryOptions({ input: { runId } }));
  if (!run) return null;
  return (
    <div className="records-panel">
      <div className="records-line">
        <span role="status" className="num">
          {t(`run.${run.state}`, { count: run.written })}
        </span>
        <span className="grow" />
        {run.state === 'running' ? (
          <TextButton onClick={() => cancel.mutate({ runId })}>{t('run.cancel')}</TextButton>
        ) : null}
      </div>
      {run.state === 'running' ? (
        <ProgressBar frac={run.progressFrac} label={t('write.title')} />
      ) : null}
      {run.problem ? <ProblemBlock problem={run.problem} /> : null}
      {run.state === 'done' ? (
        <div className="records-line">
          <span className="settings-path">{`${run.folder}/${run.name}`}</span>
          <span className="grow" />
          {outlook.data?.canShow ? (
            <Button icon={<IconFolderOpen aria-hidden />} onClick={() => show.mutate({ runId })}>
              {t('run.show')}
            </Button>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}
