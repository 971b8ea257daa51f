import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { JobFile } from '../../../../shared/contract/jobs.ts';
import { filmDurationMs } from '../../../../shared/scene/film/film.ts';
import { useFormats } from '../../../link/formats-context.tsx';
import { useProblem } from '../../../link/use-problem.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ProblemBlock } from '../../../ui/problem-block.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import { Segments } from '../../../ui/segments.tsx';
import { useClock } from '../use-clock.ts';
import type { FilmDesk } from './film-desk.ts';
import { saveOriginal } from './save-original.ts';
import { useTeaser, type TeaserWork } from './use-teaser.ts';

const kinds = ['gif', 'webp'] as const;
type Kind = (typeof kinds)[number];
const names: Record<Kind, string> = { gif: 'GIF', webp: 'WebP' };
const lengths = ['3', '4', '6'] as const;

/** A few seconds of the video that was made, as a small picture that moves: asked for, awaited, kept. */
export function TeaserDialog({ desk, onClose }: { desk: FilmDesk; onClose: () => void }) {
  const { t } = useTranslation('teaser');
  const work = useTeaser();
  const [kind, setKind] = useState<Kind>('gif');
  const [length, setLength] = useState<(typeof lengths)[number]>('3');
  const lengthMs = Number(length) * 1000;
  const lastMs = Math.max(0, filmDurationMs(desk.document.film) - lengthMs);
  const fromMs = Math.round(Math.min(desk.transport.atMs, lastMs));
  const make = () =>
    work.make({ id: desk.document.id, format: desk.format, kind, fromMs, lengthMs });
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('title')}
      footer={<Deeds {...{ work, make }} name={`${desk.document.name}.${kind}`} />}
    >
      {work.file ? (
        <Made file={work.file} />
      ) : (
        <>
          <p className="muted">{t('hint')}</p>
          <Choices
            {...{ kind, setKind, length, setLength, fromMs }}
            isLast={desk.transport.atMs > lastMs}
          />
        </>
      )}
      <State work={work} />
    </Dialog>
  );
}

function Choices({
  kind,
  setKind,
  length,
  setLength,
  fromMs,
  isLast,
}: {
  kind: Kind;
  setKind: (kind: Kind) => void;
  length: (typeof lengths)[number];
  setLength: (length: (typeof lengths)[number]) => void;
  fromMs: number;
  /** The playhead stands too late for the length. */
  isLast: boolean;
}) {
  const { t } = useTranslation('teaser');
  const clock = useClock();
  return (
    <>
      <div>
        <span className="field-label">{t('kind')}</span>
        <Segments
          label={t('kind')}
          value={kind}
          options={kinds.map((value) => ({ value, label: names[value] }))}
          onChange={setKind}
        />
      </div>
      <div>
        <span className="field-label">{t('length')}</span>
        <Segments
          label={t('length')}
          value={length}
          options={lengths.map((value) => ({ value, label: t('seconds', { seconds: value }) }))}
          onChange={setLength}
        />
      </div>
      <p className="num">{t(isLast ? 'fromEnd' : 'from', { at: clock(fromMs) })}</p>
    </>
  );
}

function State({ work: { job, isRunning, error } }: { work: TeaserWork }) {
  const { t } = useTranslation('teaser');
  const problem = useProblem();
  if (error) return <ProblemBlock problem={problem(error)} />;
  if (job?.state === 'failed' && job.problem)
    return <ProblemBlock problem={{ ...job.problem, code: job.code }} />;
  const percent = Math.round((job?.progressFrac ?? 0) * 100);
  return (
    <>
      <p className="small muted num" role="status">
        {isRunning ? t(job?.state === 'running' ? 'running' : 'queued', { percent }) : null}
        {job?.state === 'cancelled' ? t('cancelled') : null}
      </p>
      {isRunning ? (
        <ProgressBar
          {...(job?.state === 'running' ? { frac: job.progressFrac } : {})}
          label={t('progress')}
        />
      ) : null}
    </>
  );
}

function Made({ file }: { file: JobFile }) {
  const { t } = useTranslation('teaser');
  const formats = useFormats();
  const { assetId, widthPx: width, heightPx: height, sizeBytes } = file;
  return (
    <>
      <img className="film-seen" src={`/media/${assetId}/original`} alt={t('alt')} />
      <p className="num">{t('made', { size: formats.bytes(sizeBytes), width, height })}</p>
    </>
  );
}

function Deeds({ work, make, name }: { work: TeaserWork; make: () => void; name: string }) {
  const { t } = useTranslation('teaser');
  if (work.isRunning) return <Button onClick={work.cancel}>{t('cancel')}</Button>;
  const { file } = work;
  if (!file)
    return (
      <Button kind="primary" busy={work.isOrdering} onClick={make}>
        {t('make')}
      </Button>
    );
  return (
    <>
      <Button onClick={work.forget}>{t('again')}</Button>
      <Button
        kind="primary"
        icon={<IconDownload aria-hidden />}
        onClick={() => saveOriginal(file.assetId, name)}
      >
        {t('save')}
      </Button>
    </>
  );
}
