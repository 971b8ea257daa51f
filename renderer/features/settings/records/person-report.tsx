import { IconDownload, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer, PersonReport } from '../../../../shared/contract/records.ts';
import { calmText } from '../../../../shared/rules/calm-text.ts';
import { useFormats } from '../../../link/formats-context.tsx';
import { useApi } from '../../../link/link-provider.tsx';
import { useChange } from '../../../link/use-change.ts';
import { useProblem } from '../../../link/use-problem.ts';
import { Button } from '../../../ui/button.tsx';
import { CheckBox } from '../../../ui/check-box.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { ProblemBlock } from '../../../ui/problem-block.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { FileRunLine } from './file-run-line.tsx';

type Shown = { customers: Customer[]; onForgotten: () => void };

/** What is held of somebody, as a file for them, and the way to forget it. */
export function PersonReportPanel({ customers, onForgotten }: Shown) {
  const { t } = useTranslation('records-ui');
  const api = useApi();
  const problem = useProblem();
  const found = useQuery(api.records.person.queryOptions({ input: { customers }, staleTime: 0 }));
  if (found.error) return <ProblemBlock problem={problem(found.error)} />;
  if (!found.data)
    return (
      <div className="records-panel" role="status">
        <span className="small muted">{t('report.looking')}</span>
        <SkeletonRows count={3} />
      </div>
    );
  return <Report {...{ customers, onForgotten }} report={found.data} />;
}

function Report({ customers, onForgotten, report }: Shown & { report: PersonReport }) {
  const { t } = useTranslation('records-ui');
  const api = useApi();
  const toast = useToast();
  const [also, setAlso] = useState<string[]>([]);
  const [backups, setBackups] = useState<string[]>([]);
  const [asking, setAsking] = useState(false);
  const write = useChange(api.records.writePerson.mutationOptions());
  const forget = useChange(
    api.records.forget.mutationOptions({
      onSuccess({ left }) {
        toast({ text: t(left.length === 0 ? 'forget.done' : 'forget.doneLeft') });
        onForgotten();
      },
      onSettled: () => setAsking(false),
    }),
  );
  return (
    <div className="records-panel">
      <Facts report={report} />
      <Named named={report.named} chosen={also} onChoose={setAlso} />
      <Backups files={report.files} chosen={backups} onChoose={setBackups} />
      <div className="records-line">
        {(['json', 'csv'] as const).map((kind) => (
          <Button
            key={kind}
            icon={<IconDownload aria-hidden />}
            busy={write.isPending && write.variables.kind === kind}
            onClick={() => write.mutate({ customers, kind })}
          >
            {t(`report.${kind}`)}
          </Button>
        ))}
        <span className="grow" />
        <Button kind="danger" icon={<IconTrash aria-hidden />} onClick={() => setAsking(true)}>
          {t('forget.action')}
        </Button>
      </div>
      {write.data ? <FileRunLine key={write.data.id} runId={write.data.id} /> : null}
      <ConfirmDialog
        opened={asking}
        danger
        busy={forget.isPending}
        title={t('forget.question', {
          name: customers.map(({ name }) => calmText(name)).join(', '),
        })}
        text={t('forget.warning', { count: report.comments + also.length })}
        action={t('forget.action')}
        onClose={() => setAsking(false)}
        onConfirm={() => forget.mutate({ customers, alsoComments: also, backups })}
      />
    </div>
  );
}

const counts = ['comments', 'threads', 'replies', 'waiting'] as const;

function Facts({ report }: { report: PersonReport }) {
  const { t } = useTranslation('records-ui');
  const formats = useFormats();
  const others = report.others.reduce((sum, { rows }) => sum + rows, 0);
  const named = report.namedElsewhere.reduce((sum, { rows }) => sum + rows, 0);
  const lines = [
    ...counts.map((name) => [name, report[name]] as const),
    ['others', others] as const,
    ['logs', report.files.filter(({ kind }) => kind === 'log').length] as const,
    ['elsewhere', named] as const,
  ];
  return (
    <dl className="records-facts">
      {lines
        .filter(([name, rows]) => name === 'comments' || rows > 0)
        .map(([name, rows]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{formats.number(rows)}</dt>
            <dd>{t(`report.${name}`, { count: rows })}</dd>
          </div>
        ))}
    </dl>
  );
}

type Chosen = { chosen: readonly string[]; onChoose: (chosen: string[]) => void };
const toggled = (chosen: readonly string[], one: string, on: boolean): string[] =>
  on ? [...chosen, one] : chosen.filter((other) => other !== one);

/** Words of others that name the person: kept unless they are chosen. */
function Named({ named, chosen, onChoose }: Chosen & { named: PersonReport['named'] }) {
  const { t } = useTranslation('records-ui');
  if (named.length === 0) return null;
  return (
    <fieldset className="records-chosen">
      <legend>{t('report.named', { count: named.length })}</legend>
      {named.slice(0, 50).map(({ commentId, from, text }) => (
        <CheckBox
          key={commentId}
          checked={chosen.includes(commentId)}
          label={
            <span className="records-words">
              <bdi>{calmText(from)}</bdi> : <bdi>{calmText(text.slice(0, 160))}</bdi>
            </span>
          }
          onChange={(on) => onChoose(toggled(chosen, commentId, on))}
        />
      ))}
    </fieldset>
  );
}

function Backups({ files, chosen, onChoose }: Chosen & { files: PersonReport['files'] }) {
  const { t } = useTranslation('records-ui');
  const formats = useFormats();
  const backups = files.filter(({ kind }) => kind === 'backup');
  if (backups.length === 0) return null;
  return (
    <fieldset className="records-chosen">
      <legend>{t('report.backups', { count: backups.length })}</legend>
      {backups.map(({ name, at, sizeBytes }) => {
        const file = name.slice(name.lastIndexOf('/') + 1);
        return (
          <CheckBox
            key={name}
            checked={chosen.includes(file)}
            label={t('report.backup', {
              date: formats.dateTime(at),
              size: formats.bytes(sizeBytes),
            })}
            onChange={(on) => onChoose(toggled(chosen, file, on))}
          />
        );
      })}
    </fieldset>
  );
}
