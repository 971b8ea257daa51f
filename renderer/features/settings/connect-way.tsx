import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LoginWay } from '../../../shared/contract/accounts.ts';
import { useProblem } from '../../link/use-problem.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemBlock } from '../../ui/problem-block.tsx';
import type { ConnectFlow } from './connect-flow.ts';
import { StepFoot } from './step-foot.tsx';
import { useSaveLogin } from './use-save-login.ts';
import { WayChoice } from './way-choice.tsx';

const ways = ['own-app', 'broker', 'token'] as const;

/** Through whose app the shop comes to Facebook. */
export function ConnectWay({
  way,
  onFlow,
  onClose,
}: {
  way: LoginWay;
  onFlow: (flow: ConnectFlow) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('connect');
  const problem = useProblem();
  const [chosen, setChosen] = useState(way);
  const save = useSaveLogin(() => onFlow({ at: chosen }));
  return (
    <>
      <p>{t('way.lead')}</p>
      <WayChoice
        label={t('way.label')}
        value={chosen}
        onChange={setChosen}
        ways={ways.map((value) => ({
          value,
          title: t(`way.${value}.title`),
          text: t(`way.${value}.text`),
        }))}
      />
      {save.error ? <ProblemBlock problem={problem(save.error)} /> : null}
      <StepFoot back={t('close')} onBack={onClose}>
        <Button
          kind="primary"
          size="lg"
          busy={save.isPending}
          // A key is pasted whatever the settings say; how one signs in stays as it was.
          onClick={() =>
            chosen === 'token' ? onFlow({ at: chosen }) : save.mutate({ way: chosen })
          }
        >
          {t('next')}
        </Button>
      </StepFoot>
    </>
  );
}
