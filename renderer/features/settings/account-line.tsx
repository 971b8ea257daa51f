import { IconAlertTriangle, IconCircleCheck, IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../../shared/contract/accounts.ts';
import { useFormats } from '../../link/formats-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { NetworkIcon } from '../../ui/network-icon.tsx';
import { StateSign } from '../../ui/state-sign.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import { DisconnectDialog } from './disconnect-dialog.tsx';
import { kindOf, lackingOf } from './group-missing.ts';
import { MissingList } from './missing-list.tsx';

/** One connected account: how it is, until when, what it can do and what is missing for the rest. */
export function AccountLine({ account, onSignIn }: { account: Account; onSignIn: () => void }) {
  const { t } = useTranslation('settings');
  const [asking, setAsking] = useState(false);
  const lacking = lackingOf(account);
  const word = wordFor(account, lacking.length);
  const isWell = word === 'ok';
  const trouble = account.healthReason ?? account.notice;
  const needsSignIn = word === 'sign-in' || word === 'permission' || account.notice !== undefined;
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
          {t(`accounts.health.${word}`)}
        </StateSign>
        <span className="grow" />
        <TextButton onClick={() => setAsking(true)}>
          {t('accounts.disconnect')}
          <span className="hidden-text">
            {' '}
            {account.name}, {account.network}
          </span>
        </TextButton>
      </div>
      {trouble ? (
        <div className="account-trouble">
          <p>
            {trouble.text} {trouble.todo}
          </p>
          {needsSignIn ? (
            <Button icon={<IconRefresh aria-hidden />} onClick={onSignIn}>
              {t('accounts.reconnect')}
            </Button>
          ) : null}
        </div>
      ) : null}
      <div className="settings-cans">
        {account.can.map((capability) => (
          <Chip key={capability} tone="leaf">
            {t(`accounts.can.${capability}`)}
          </Chip>
        ))}
      </div>
      <MissingList
        missing={account.missing}
        cure={
          lacking.some((one) => kindOf(one) === 'permission') && !trouble ? (
            <Button icon={<IconRefresh aria-hidden />} onClick={onSignIn}>
              {t('accounts.reconnect')}
            </Button>
          ) : null
        }
      />
      <SignInEnd account={account} />
      <DisconnectDialog account={account} opened={asking} onClose={() => setAsking(false)} />
    </li>
  );
}

/** What ends soon or lacks something is not well, though it works for now. */
function wordFor(account: Account, lackingCount: number): Account['health'] | 'partly' {
  if (account.health !== 'ok') return account.health;
  if (account.notice) return 'sign-in';
  return lackingCount > 0 ? 'partly' : 'ok';
}

/** Said as long as it is far; once it is near the notice above says it. */
function SignInEnd({ account }: { account: Account }) {
  const { t } = useTranslation('settings');
  const formats = useFormats();
  if (account.notice || account.health !== 'ok') return null;
  const ends = [account.expiresAt, account.accessEndsAt].filter((at) => at !== undefined);
  const [first] = ends.sort();
  if (first === undefined) return null;
  return <p className="small muted">{t('accounts.until', { day: formats.dateLong(first) })}</p>;
}
