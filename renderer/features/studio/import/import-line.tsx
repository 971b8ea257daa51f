import { IconAlertTriangle, IconClock, IconRefresh, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../link/formats-context.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import type { ImportLine, ImportRun } from './import-run.ts';

/** One file: what it waits for, or why it stayed out. */
export function ImportLineView({ line, run }: { line: ImportLine; run: ImportRun }) {
  const { t } = useTranslation('import');
  const formats = useFormats();
  const { key, file, name, state } = line;
  const isRefused = state.kind === 'refused';
  return (
    <li className="imp-line">
      <span className={isRefused ? 'imp-sign imp-bad' : 'imp-sign'} aria-hidden>
        {isRefused ? <IconAlertTriangle /> : null}
        {state.kind === 'coming' ? <span className="spin" /> : null}
        {state.kind === 'waiting' ? <IconClock /> : null}
      </span>
      <span className="imp-words">
        <span className="cut" title={name}>
          {name}
        </span>
        {isRefused ? (
          <span className="small">{`${state.problem.what} ${state.problem.todo}`}</span>
        ) : (
          <span className="small muted num">
            {`${t(`line.${state.kind}`)} · ${formats.bytes(file.size)}`}
          </span>
        )}
      </span>
      {isRefused ? (
        <IconButton
          label={t('line.retry', { name })}
          icon={<IconRefresh />}
          onClick={() => run.retry([key])}
        />
      ) : (
        <IconButton
          label={t('line.stop', { name })}
          icon={<IconX />}
          onClick={() => run.stop(key)}
        />
      )}
    </li>
  );
}
