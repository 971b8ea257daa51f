import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Rule } from '../../../shared/contract/automation.ts';
import { calmText } from '../../../shared/rules/calm-text.ts';
import { useFormats } from '../../link/formats-context.tsx';
import { useApi, useStudio } from '../../link/link-provider.tsx';
import { useChange } from '../../link/use-change.ts';
import { useProblem } from '../../link/use-problem.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ProblemBlock } from '../../ui/problem-block.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';

/** What a rule would have done to the last comments; it is switched on from here. */
export function TrialDialog({ rule, onClose }: { rule: Rule; onClose: () => void }) {
  const { t } = useTranslation('rules');
  const api = useApi();
  const { client } = useStudio();
  const problem = useProblem();
  // Tried anew each time: comments come in, and a rule may have changed.
  const trial = useQuery({
    queryKey: ['rule-trial', rule.id],
    queryFn: () => client.automation.tryRule({ ruleId: rule.id }),
    gcTime: 0,
    staleTime: Infinity,
    retry: false,
  });
  const turnOn = useChange(api.automation.switchRule.mutationOptions({ onSuccess: onClose }));
  return (
    <Dialog
      opened
      onClose={onClose}
      widthPx={640}
      title={t('trial.title', { name: rule.name })}
      footer={
        <>
          <Button onClick={onClose}>{t(rule.enabled ? 'close' : 'trial.later')}</Button>
          {rule.enabled ? null : (
            <Button
              kind="primary"
              disabled={!trial.data}
              busy={turnOn.isPending}
              onClick={() => turnOn.mutate({ ruleId: rule.id, enabled: true })}
            >
              {t('trial.turnOn')}
            </Button>
          )}
        </>
      }
    >
      {trial.error ? <ProblemBlock problem={problem(trial.error)} /> : null}
      {trial.data ? <TrialResult trial={trial.data} /> : null}
      {trial.isPending ? <SkeletonRows /> : null}
    </Dialog>
  );
}

type Trial = {
  looked: number;
  matched: number;
  matches: readonly Match[];
};
type Match = {
  commentId: string;
  person: string;
  text: string;
  at: string;
  deeds: readonly {
    kind: string;
    text?: string | undefined;
    reason?: { text: string } | undefined;
  }[];
};

function TrialResult({ trial: { looked, matched, matches } }: { trial: Trial }) {
  const { t } = useTranslation('rules');
  return (
    <>
      <p role="status">
        {t('trial.matched', { count: matched })} {t('trial.looked', { count: looked })}
      </p>
      <p className="small muted">{t('trial.nothingSent')}</p>
      {matches.length > 0 ? (
        <ul className="rules-trial" tabIndex={0} aria-label={t('trial.list')}>
          {matches.map((match) => (
            <TrialLine key={match.commentId} match={match} />
          ))}
        </ul>
      ) : null}
    </>
  );
}

function TrialLine({ match }: { match: Match }) {
  const { t } = useTranslation('rules');
  const formats = useFormats();
  return (
    <li className="rules-form">
      <div>
        <div className="rules-line small">
          <b>
            <bdi>{calmText(match.person) || t('someone')}</bdi>
          </b>
          <span className="muted num">{formats.dateTime(match.at)}</span>
        </div>
        <bdi className="rules-quote">{calmText(match.text)}</bdi>
        {match.deeds.map(({ kind, text, reason }, index) => (
          <p key={index} className="rules-said small">
            <b>{t(`deed.${kind}`)}</b> {text}
            {reason ? <span className="muted"> {reason.text}</span> : null}
          </p>
        ))}
      </div>
    </li>
  );
}
