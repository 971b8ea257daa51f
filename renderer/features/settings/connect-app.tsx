import { useTranslation } from 'react-i18next';
import type { LoginSettings } from '../../../shared/contract/accounts.ts';
import { useProblem } from '../../link/use-problem.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemBlock } from '../../ui/problem-block.tsx';
import { isAppWhole } from './app-form.ts';
import { AppSteps } from './app-steps.tsx';
import { StepFoot } from './step-foot.tsx';
import { useAppSetup } from './use-app-setup.ts';
import { useBeginLogin, type Begin } from './use-begin-login.ts';

/** The merchant's own Meta app, set up together and checked, then the login through it. */
export function ConnectApp({
  settings,
  begin: options,
  onBack,
}: {
  settings: LoginSettings;
  begin: Begin;
  onBack: () => void;
}) {
  const { t } = useTranslation('connect');
  const problem = useProblem();
  const setup = useAppSetup(settings);
  const { begin, busy, problem: refused } = useBeginLogin(options);
  const shown = refused ?? (setup.error ? problem(setup.error) : undefined);
  return (
    <>
      <p>{t('app.lead')}</p>
      <AppSteps setup={setup} settings={settings} />
      {shown ? <ProblemBlock problem={shown} /> : null}
      <StepFoot onBack={onBack}>
        <Button size="lg" busy={setup.isChecking} onClick={() => void setup.check()}>
          {t(setup.isChecking ? 'app.checking' : 'app.check')}
        </Button>
        <Button
          kind="primary"
          size="lg"
          busy={busy}
          disabled={!isAppWhole(setup.form, settings)}
          onClick={() => void setup.keep().then((isKept) => isKept && begin())}
        >
          {t('app.login')}
        </Button>
      </StepFoot>
    </>
  );
}
