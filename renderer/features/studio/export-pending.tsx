import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { CheckBox } from '../../ui/check-box.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import type { Pending } from './use-finished-first.ts';
import type { Pictures } from './use-pictures.ts';

/** Before an export: pictures that are not as they are to be, and the choice to finish them first. */
export function ExportPending({
  pending,
  wantsFirst,
  setWantsFirst,
}: {
  pending: Pending;
  wantsFirst: boolean;
  setWantsFirst: (wants: boolean) => void;
}) {
  const { t } = useTranslation('batch');
  return (
    <div className="studio-export-pending" role="status">
      <IconInfoCircle aria-hidden />
      <span>{t(`export.${pending.kind}`, { count: pending.count })}</span>
      <CheckBox
        label={t(`export.first.${pending.kind}`)}
        checked={wantsFirst}
        onChange={setWantsFirst}
      />
      {wantsFirst ? null : <span className="small muted">{t('export.without')}</span>}
    </div>
  );
}

/** While the pictures are finished. */
export function ExportWaits({ pictures }: { pictures: Pictures | undefined }) {
  const { t } = useTranslation(['studio-page', 'batch']);
  const { counts, progress } = pictures?.work.batch ?? {};
  return (
    <div className="studio-export">
      <p role="status">{t('batch:export.waiting')}</p>
      <ProgressBar
        {...(progress ? { frac: progress.done / Math.max(1, progress.total) } : {})}
        label={t('job.label.pictures')}
      />
      {counts ? (
        <span className="small muted num">
          {t('job.pictures.running', { done: counts.made, count: counts.wanted })}
        </span>
      ) : null}
    </div>
  );
}
