import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LoginSettings } from '../../../shared/contract/accounts.ts';
import { useProblem } from '../../link/use-problem.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemBlock } from '../../ui/problem-block.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { StepFoot } from './step-foot.tsx';
import { useBeginLogin, type Begin } from './use-begin-login.ts';
import { useSaveLogin } from './use-save-login.ts';

/** The address that the merchant's agency gave: kept, then the login through it. */
export function ConnectBroker({
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
  const [url, setUrl] = useState(settings.brokerUrl ?? '');
  const { begin, busy, problem: refused } = useBeginLogin(options);
  const save = useSaveLogin(begin);
  const shown = refused ?? (save.error ? problem(save.error) : undefined);
  return (
    <form
      className="connect-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (url.trim() && !save.isPending && !busy) save.mutate({ brokerUrl: url.trim() });
      }}
    >
      <p>{t('broker.lead')}</p>
      <TextField
        size="lg"
        label={t('broker.url')}
        hint={t('broker.urlHint')}
        inputMode="url"
        spellCheck={false}
        data-autofocus
        value={url}
        onChange={setUrl}
      />
      {shown ? <ProblemBlock problem={shown} /> : null}
      <StepFoot onBack={onBack}>
        <Button
          kind="primary"
          size="lg"
          type="submit"
          busy={save.isPending || busy}
          disabled={url.trim() === ''}
        >
          {t('app.login')}
        </Button>
      </StepFoot>
    </form>
  );
}
