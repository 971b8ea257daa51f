import { IconAlertTriangle, IconCircleCheck, IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../../shared/contract/accounts.ts';
import { useApi } from '../../link/link-provider.tsx';
import { useChange } from '../../link/use-change.ts';
import { useOpenOwnShop } from '../../link/use-open-own-shop.ts';
import { useProblem } from '../../link/use-problem.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ConnectDialog } from '../../ui/connect-dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { NetworkIcon } from '../../ui/network-icon.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { StateSign } from '../../ui/state-sign.tsx';
import { TextButton } from '../../ui/text-button.tsx';

/** The connected accounts: how they are, what each can do, what is missing for the rest. */
export function AccountsPart() {
  const { t } = useTranslation('settings');
  const api = useApi();
  const problem = useProblem();
  const info = useQuery(api.app.info.queryOptions());
  const list = useQuery(api.accounts.list.queryOptions());
  const [connecting, setConnecting] = useState(false);
  const connect = useMutation(
    api.accounts.connect.mutationOptions({ onSuccess: () => setConnecting(false) }),
  );
  const openOwnShop = useOpenOwnShop();
  const accounts = list.data?.accounts;
  if (!accounts) return <SkeletonRows />;
  const practice = info.data?.practice ?? false;
  return (
    <>
      {accounts.length === 0 ? <EmptyState title={t('accounts.none')} /> : null}
      <ul className="settings-list">
        {accounts.map((account) => (
          <AccountLine key={account.id} account={account} />
        ))}
      </ul>
      {practice ? (
        <>
          <p className="settings-lead">{t('accounts.practice')}</p>
          <Button onClick={openOwnShop}>{t('accounts.ownShop')}</Button>
        </>
      ) : (
        <Button icon={<IconPlus aria-hidden />} onClick={() => setConnecting(true)}>
          {t('accounts.connect')}
        </Button>
      )}
      <ConnectDialog
        opened={connecting}
        busy={connect.isPending}
        problem={connect.error ? problem(connect.error) : undefined}
        onConnect={(userToken) => connect.mutate({ userToken })}
        onClose={() => {
          connect.reset();
          setConnecting(false);
        }}
      />
    </>
  );
}

function AccountLine({ account }: { account: Account }) {
  const { t } = useTranslation('settings');
  const api = useApi();
  const [asking, setAsking] = useState(false);
  const disconnect = useChange(
    api.accounts.disconnect.mutationOptions({ onSuccess: () => setAsking(false) }),
  );
  const isWell = account.health === 'ok';
  return (
    <li>
      <div className="settings-line">
        <NetworkIcon network={account.network} />
        <b>{account.name}</b>
        {account.username ? <span className="muted">{account.username}</span> : null}
        <StateSign
          tone={isWell ? 'leaf' : 'sun'}
          icon={isWell ? <IconCircleCheck aria-hidden /> : <IconAlertTriangle aria-hidden />}
        >
          {t(`accounts.health.${account.health}`)}
        </StateSign>
        <span className="grow" />
        {account.practice ? null : (
          <TextButton onClick={() => setAsking(true)}>{t('accounts.disconnect')}</TextButton>
        )}
      </div>
      {account.healthReason ? (
        <p className="small">
          {account.healthReason.text} {account.healthReason.todo}
        </p>
      ) : null}
      <div className="settings-cans">
        {account.can.map((capability) => (
          <Chip key={capability} tone="leaf">
            {t(`accounts.can.${capability}`)}
          </Chip>
        ))}
      </div>
      {account.missing.map((missing) => (
        <p key={missing.capability} className="small muted">
          {t(`accounts.can.${missing.capability}`)} : {missing.text}
        </p>
      ))}
      <ConfirmDialog
        opened={asking}
        title={t('accounts.disconnectOf', { name: account.name })}
        text={t('accounts.disconnectWhat')}
        action={t('accounts.disconnect')}
        danger
        busy={disconnect.isPending}
        onConfirm={() => disconnect.mutate({ accountId: account.id })}
        onClose={() => setAsking(false)}
      />
    </li>
  );
}
