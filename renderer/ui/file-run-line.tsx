import './file-run-line.css';
import { IconFolderOpen } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { FileRun } from '../../shared/contract/records.ts';
import { Button } from './button.tsx';
import { ProblemBlock } from './problem-block.tsx';
import { ProgressBar } from './progress-bar.tsx';
import { TextButton } from './text-button.tsx';

/** How far a file is written, and where it is. */
export function FileRunLine({
  run,
  onCancel,
  onShow,
}: {
  /** Nothing is shown until it is known. */
  run: FileRun | undefined;
  onCancel: () => void;
  /** Opens its folder, where the studio's machine can. */
  onShow?: (() => void) | undefined;
}) {
  const { t } = useTranslation('records-ui');
  if (!run) return null;
  return (
    <div className="file-run">
      <div className="file-run-line">
        <span role="status" className="num">
          {t(`run.${run.state}`, { count: run.written })}
        </span>
        <span className="grow" />
        {run.state === 'running' ? (
          <TextButton onClick={onCancel}>{t('run.cancel')}</TextButton>
        ) : null}
      </div>
      {run.state === 'running' ? (
        <ProgressBar frac={run.progressFrac} label={t('write.title')} />
      ) : null}
      {run.problem ? <ProblemBlock problem={run.problem} /> : null}
      {run.state === 'done' ? (
        <div className="file-run-line">
          <span className="file-run-path">{`${run.folder}/${run.name}`}</span>
          <span className="grow" />
          {onShow ? (
            <Button icon={<IconFolderOpen aria-hidden />} onClick={onShow}>
              {t('run.show')}
            </Button>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}
