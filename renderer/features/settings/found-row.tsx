import { useTranslation } from 'react-i18next';
import type { FoundAccount } from '../../../shared/contract/accounts.ts';
import { CheckBox } from '../../ui/check-box.tsx';
import { NetworkIcon } from '../../ui/network-icon.tsx';
import { MissingList } from './missing-list.tsx';

/** One account found: whether to connect it, and what it could do here. */
export function FoundRow({
  account,
  chosen,
  onChosen,
}: {
  account: FoundAccount;
  chosen: boolean;
  onChosen: (chosen: boolean) => void;
}) {
  const { t } = useTranslation(['connect', 'settings']);
  const { blocked } = account;
  const of = [account.username, account.businessName].filter(Boolean).join(' · ');
  return (
    <li className="found-row">
      <CheckBox
        label={
          <span className="found-name">
            <NetworkIcon network={account.network} />
            <b>{account.name}</b>
            {of ? <span className="muted">{of}</span> : null}
          </span>
        }
        checked={chosen}
        disabled={blocked !== undefined}
        onChange={onChosen}
      />
      {account.connected ? <span className="small muted">{t('choose.already')}</span> : null}
      <div className="found-facts">
        {blocked ? (
          <p className="small found-blocked">
            {blocked.text} {blocked.todo}
          </p>
        ) : (
          <>
            <p className="small muted">
              {account.can.map((one) => t(`settings:accounts.can.${one}`)).join(' · ')}
            </p>
            <MissingList missing={account.missing} />
          </>
        )}
      </div>
    </li>
  );
}
