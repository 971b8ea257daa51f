import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FoundAccount } from '../../../shared/contract/accounts.ts';
import { useApi } from '../../link/link-provider.tsx';
import { useProblem } from '../../link/use-problem.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ProblemBlock } from '../../ui/problem-block.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import type { ConnectFlow } from './connect-flow.ts';
import { FoundRow } from './found-row.tsx';
import { StepFoot } from './step-foot.tsx';

type Props = {
  state: string;
  onFlow: (flow: ConnectFlow) => void;
  onBack: () => void;
};

/** The Pages and Instagram accounts that the login found, to choose from. */
export function ConnectChoose({ state, onFlow, onBack }: Props) {
  const { t } = useTranslation('connect');
  const api = useApi();
  const problem = useProblem();
  const found = useQuery(
    api.accounts.found.queryOptions({ input: { state }, staleTime: Infinity }),
  );
  // Once the chosen ones are connected the login is gone; what was found stands until then.
  if (found.error && !found.data)
    return (
      <>
        <ProblemBlock problem={problem(found.error)} />
        <StepFoot back={t('failed.other')} onBack={onBack} />
      </>
    );
  if (!found.data) return <SkeletonRows />;
  const { accounts } = found.data;
  if (accounts.length === 0)
    return (
      <>
        <EmptyState title={t('choose.empty')} text={t('choose.emptyText')} />
        <StepFoot back={t('failed.other')} onBack={onBack} />
      </>
    );
  return <ChooseAmong state={state} accounts={accounts} onFlow={onFlow} onBack={onBack} />;
}

function ChooseAmong({
  state,
  accounts,
  onFlow,
  onBack,
}: Props & { accounts: readonly FoundAccount[] }) {
  const { t } = useTranslation('connect');
  const api = useApi();
  const problem = useProblem();
  const open = accounts.filter((account) => !account.blocked);
  // Whoever comes back means the accounts that are here; a first time all are meant.
  const known = open.filter((account) => account.connected);
  const [chosen, setChosen] = useState<readonly string[]>(() =>
    (known.length > 0 ? known : open).map((account) => account.remoteId),
  );
  const choose = useMutation(
    api.accounts.choose.mutationOptions({
      onSuccess: () => onFlow({ at: 'done', count: chosen.length }),
    }),
  );
  const toggle = (remoteId: string, on: boolean) =>
    setChosen((all) => (on ? [...all, remoteId] : all.filter((other) => other !== remoteId)));
  return (
    <>
      <p>{t('choose.lead')}</p>
      <ul className="found" aria-label={t('choose.label')}>
        {accounts.map((account) => (
          <FoundRow
            key={account.remoteId}
            account={account}
            chosen={chosen.includes(account.remoteId)}
            onChosen={(on) => toggle(account.remoteId, on)}
          />
        ))}
      </ul>
      {choose.error ? <ProblemBlock problem={problem(choose.error)} /> : null}
      <StepFoot onBack={onBack}>
        <Button
          kind="primary"
          size="lg"
          busy={choose.isPending}
          disabled={chosen.length === 0}
          onClick={() => choose.mutate({ state, remoteIds: [...chosen] })}
        >
          {chosen.length === 0
            ? t('choose.noneChosen')
            : t('choose.connect', { count: chosen.length })}
        </Button>
      </StepFoot>
    </>
  );
}
