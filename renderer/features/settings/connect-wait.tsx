import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../link/formats-context.tsx';
import { useApi } from '../../link/link-provider.tsx';
import { useProblem } from '../../link/use-problem.ts';
import { ProblemBlock } from '../../ui/problem-block.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { flowAfter, type ConnectFlow, type OpenLogin } from './connect-flow.ts';
import { StepFoot } from './step-foot.tsx';

// The studio says when something changed; asking as well covers a window that came back from sleep.
const askAgainMs = 3000;

/** While the person answers elsewhere: what to do there, how to get there again, how to stop. */
export function ConnectWait({
  login,
  onFlow,
  onBack,
}: {
  login: OpenLogin;
  onFlow: (flow: ConnectFlow) => void;
  onBack: () => void;
}) {
  const { t } = useTranslation('connect');
  const api = useApi();
  const problem = useProblem();
  const formats = useFormats();
  const progress = useQuery(
    api.accounts.finishLogin.queryOptions({
      input: { state: login.state },
      staleTime: 0,
      refetchInterval: askAgainMs,
    }),
  );
  const go = useRef(onFlow);
  go.current = onFlow;
  useEffect(() => {
    const next = progress.data && flowAfter(progress.data);
    if (next) go.current(next);
  }, [progress.data]);
  return (
    <>
      <p>{t('wait.lead')}</p>
      <ProgressBar label={t('wait.bar')} />
      {login.opens === 'tab' ? (
        <p>
          {t('wait.again')} <TextLink href={login.loginUrl}>{t('wait.open')}</TextLink>
        </p>
      ) : null}
      <p className="small muted">{t('wait.until', { time: formats.time(login.until) })}</p>
      {progress.error ? <ProblemBlock problem={problem(progress.error)} /> : null}
      <StepFoot back={t('wait.cancel')} onBack={onBack} />
    </>
  );
}
