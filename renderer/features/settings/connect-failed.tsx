import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { ProblemBlock } from '../../ui/problem-block.tsx';
import { problemOfLogin, type ConnectFlow } from './connect-flow.ts';
import { StepFoot } from './step-foot.tsx';
import { useBeginLogin, type Begin } from './use-begin-login.ts';

/** Why the login led to nothing, and the ways on. */
export function ConnectFailed({
  flow,
  begin: options,
  onBack,
}: {
  flow: Extract<ConnectFlow, { at: 'failed' }>;
  begin: Begin;
  onBack: () => void;
}) {
  const { t } = useTranslation('connect');
  // What was refused once is only asked again when the login is told so.
  const again = options.again || flow.why === 'refused';
  const { begin, busy, problem } = useBeginLogin({ ...options, again });
  const shown = problem ?? problemOfLogin(t(`failed.${flow.why}`), flow.reason);
  return (
    <>
      <ProblemBlock problem={shown} />
      <StepFoot back={t('failed.other')} onBack={onBack}>
        <Button kind="primary" size="lg" busy={busy} data-autofocus onClick={begin}>
          {t('failed.again')}
        </Button>
      </StepFoot>
    </>
  );
}
