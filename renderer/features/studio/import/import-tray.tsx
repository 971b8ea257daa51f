import './import.css';
import { IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import { TextButton } from '../../../ui/text-button.tsx';
import { AlikeDialog } from './alike-dialog.tsx';
import { ImportLineView } from './import-line.tsx';
import { addedIds, sumUp, type ImportLine, type ImportSummary } from './import-run.ts';
import type { Imports } from './imports-context.ts';
import { useUndoImport } from './use-undo-import.ts';

/** More of those that wait say no more. */
const waitingShown = 4;

/** Over the corner of every screen: what is on its way into the library, and what became of it. */
export function ImportTray({ imports }: { imports: Imports }) {
  const { t } = useTranslation('import');
  const { lines, run, close } = imports;
  const [isSmall, setSmall] = useState(false);
  const [isComparing, setComparing] = useState(false);
  const sum = sumUp(lines);
  const isRunning = sum.through < sum.total;
  const title = isRunning
    ? t('tray.running', { done: sum.through, count: sum.total })
    : t('tray.done', { count: sum.total });
  return (
    <section className="imp-tray" aria-label={t('tray.label')}>
      <header className="imp-head">
        <b className="grow num" role="status">
          {title}
        </b>
        {isRunning ? <TextButton onClick={run.stopAll}>{t('tray.stop')}</TextButton> : null}
        <IconButton
          label={isSmall ? t('tray.open') : t('tray.fold')}
          icon={isSmall ? <IconChevronUp /> : <IconChevronDown />}
          aria-expanded={!isSmall}
          onClick={() => setSmall(!isSmall)}
        />
        {isRunning ? null : <IconButton label={t('tray.close')} icon={<IconX />} onClick={close} />}
      </header>
      {isRunning ? <ProgressBar frac={sum.through / sum.total} label={title} /> : null}
      {isSmall ? null : (
        <>
          <Sums imports={imports} sum={sum} onCompare={() => setComparing(true)} />
          <Lines imports={imports} />
          {isRunning ? null : <Foot imports={imports} sum={sum} />}
        </>
      )}
      {isComparing ? <AlikeDialog imports={imports} onClose={() => setComparing(false)} /> : null}
    </section>
  );
}

function Sums({
  imports: { lines, attached },
  sum,
  onCompare,
}: {
  imports: Imports;
  sum: ImportSummary;
  onCompare: () => void;
}) {
  const { t } = useTranslation('import');
  const added = addedIds(lines).filter((id) => !attached.has(id)).length;
  const facts = [
    added > 0 ? t('sum.added', { count: added }) : '',
    attached.size > 0 ? t('sum.attached', { count: attached.size }) : '',
    sum.already > 0 ? t('sum.already', { count: sum.already }) : '',
    sum.stopped > 0 ? t('sum.stopped', { count: sum.stopped }) : '',
  ].filter(Boolean);
  if (facts.length + sum.alike === 0) return null;
  return (
    <div className="imp-sums">
      {facts.map((fact) => (
        <p key={fact}>{fact}</p>
      ))}
      {sum.alike > 0 ? (
        <div className="imp-alike">
          <span className="grow">
            {sum.undecided > 0
              ? t('sum.alike', { count: sum.undecided })
              : t('sum.decided', { count: sum.alike })}
          </span>
          <Button onClick={onCompare}>
            {sum.undecided > 0 ? t('alike.compare') : t('alike.again')}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

/** What is on its way, what waits next, and what could not be taken. */
function Lines({ imports: { lines, run } }: { imports: Imports }) {
  const { t } = useTranslation('import');
  const of = (kind: ImportLine['state']['kind']) =>
    lines.filter(({ state }) => state.kind === kind);
  const refused = of('refused');
  const waiting = of('waiting');
  const shown = [...refused, ...of('coming'), ...waiting.slice(0, waitingShown)];
  const more = waiting.length - waitingShown;
  if (shown.length === 0) return null;
  return (
    <>
      <ul className="imp-lines">
        {shown.map((line) => (
          <ImportLineView key={line.key} line={line} run={run} />
        ))}
        {more > 0 ? (
          <li className="small muted imp-more">{t('tray.more', { count: more })}</li>
        ) : null}
      </ul>
      {refused.length > 1 ? (
        <div className="imp-retry">
          <TextButton onClick={() => run.retry(refused.map(({ key }) => key))}>
            {t('line.retryAll')}
          </TextButton>
        </div>
      ) : null}
    </>
  );
}

function Foot({ imports: { lines, close }, sum }: { imports: Imports; sum: ImportSummary }) {
  const { t } = useTranslation('import');
  const navigate = useNavigate();
  const undo = useUndoImport();
  if (sum.added + sum.alike + sum.already === 0) return null;
  const see = () => {
    close();
    void navigate({ to: '/studio', search: { part: 'gallery' } });
  };
  const takeBack = () => {
    void undo(addedIds(lines));
    close();
  };
  return (
    <footer className="imp-foot">
      {sum.added + sum.alike > 0 ? (
        <Button kind="quiet" onClick={takeBack}>
          {t('tray.undo')}
        </Button>
      ) : null}
      <span className="grow" />
      <Button kind="primary" onClick={see}>
        {t('tray.see')}
      </Button>
    </footer>
  );
}
