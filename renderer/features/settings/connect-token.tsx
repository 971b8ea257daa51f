import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../link/link-provider.tsx';
import { useProblem } from '../../link/use-problem.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemBlock } from '../../ui/problem-block.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { problemOfLogin, type ConnectFlow } from './connect-flow.ts';
import { SetupStep } from './setup-step.tsx';
import { StepFoot } from './step-foot.tsx';

const explorerUrl = 'https://developers.facebook.com/tools/explorer/';

/** Takes the key that Facebook gave the merchant; this window forgets it with the step. */
export function ConnectToken({
  back,
  backWord,
  onFlow,
}: {
  back: () => void;
  /** Where there is no other way, leaving is all there is. */
  backWord: 'back' | 'close';
  onFlow: (flow: ConnectFlow) => void;
}) {
  const { t } = useTranslation('connect');
  const api = useApi();
  const problem = useProblem();
  const [token, setToken] = useState('');
  const use = useMutation(
    api.accounts.useToken.mutationOptions({
      onSuccess: ({ step, state }) => {
        if (step === 'found') onFlow({ at: 'choose', state });
      },
    }),
  );
  const refused = use.data?.step === 'found' ? undefined : use.data?.reason;
  return (
    <form
      className="connect-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (token.trim() && !use.isPending) use.mutate({ userToken: token.trim() });
      }}
    >
      <p>{t('token.lead')}</p>
      <ol className="setup-steps">
        <SetupStep
          title={t('token.step1')}
          text={<TextLink href={explorerUrl}>{t('token.open')}</TextLink>}
        />
        <SetupStep title={t('token.step2')} />
        <SetupStep title={t('token.step3')}>
          <TextField
            type="password"
            size="lg"
            label={t('token.field')}
            value={token}
            onChange={setToken}
            data-autofocus
            spellCheck={false}
          />
        </SetupStep>
      </ol>
      {use.error ? <ProblemBlock problem={problem(use.error)} /> : null}
      {refused ? <ProblemBlock problem={problemOfLogin(t('token.refused'), refused)} /> : null}
      <StepFoot back={t(backWord)} onBack={back}>
        <Button
          kind="primary"
          size="lg"
          type="submit"
          busy={use.isPending}
          disabled={token.trim() === ''}
        >
          {t('token.read')}
        </Button>
      </StepFoot>
    </form>
  );
}
