import { useTranslation } from 'react-i18next';
import type { LoginSettings } from '../../../shared/contract/accounts.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemBlock } from '../../ui/problem-block.tsx';
import { StepFoot } from './step-foot.tsx';
import { useBeginLogin, type Begin } from './use-begin-login.ts';

/** Everything is set up, or practice needs nothing: straight to the login, or another way. */
export function ConnectReady({
  settings,
  begin: options,
  onBack,
}: {
  settings: LoginSettings;
  begin: Begin;
  onBack: () => void;
}) {
  const { t } = useTranslation('connect');
  const { begin, busy, problem } = useBeginLogin(options);
  const through =
    settings.way === 'broker'
      ? t('ready.broker', { url: settings.brokerUrl })
      : t('ready.app', { appId: settings.appId });
  return (
    <>
      <p>{settings.practice ? t('practice.lead') : through}</p>
      {problem ? <ProblemBlock problem={problem} /> : null}
      <StepFoot back={t(settings.practice ? 'practice.other' : 'ready.other')} onBack={onBack}>
        <Button kind="primary" size="lg" busy={busy} data-autofocus onClick={begin}>
          {t(settings.practice ? 'practice.login' : 'app.login')}
        </Button>
      </StepFoot>
    </>
  );
}
