import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../link/link-provider.tsx';
import { useOpenOwnShop } from '../../link/use-open-own-shop.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import { AccountLine } from './account-line.tsx';
import { ConnectAccounts } from './connect-accounts.tsx';

/** The connected accounts: how they are, what each can do, what is missing for the rest. */
export function AccountsPart() {
  const { t } = useTranslation('settings');
  const api = useApi();
  const info = useQuery(api.app.info.queryOptions());
  const list = useQuery(api.accounts.list.queryOptions());
  const [connecting, setConnecting] = useState<'first' | 'again'>();
  const openOwnShop = useOpenOwnShop();
  const accounts = list.data?.accounts;
  if (!accounts) return <SkeletonRows />;
  const connect = (
    <Button icon={<IconPlus aria-hidden />} onClick={() => setConnecting('first')}>
      {t('accounts.connect')}
    </Button>
  );
  return (
    <>
      {accounts.length === 0 ? (
        <EmptyState title={t('accounts.none')} text={t('accounts.noneText')} action={connect} />
      ) : (
        <>
          <ul className="settings-list">
            {accounts.map((account) => (
              <AccountLine
                key={account.id}
                account={account}
                onSignIn={() => setConnecting('again')}
              />
            ))}
          </ul>
          {connect}
        </>
      )}
      {info.data?.practice ? (
        <p className="settings-note">
          {t('accounts.practice')}{' '}
          <TextButton onClick={openOwnShop}>{t('accounts.ownShop')}</TextButton>
        </p>
      ) : null}
      <ConnectAccounts
        opened={connecting !== undefined}
        again={connecting === 'again'}
        onClose={() => setConnecting(undefined)}
      />
    </>
  );
}
