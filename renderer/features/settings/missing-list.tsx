import './missing-list.css';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../../shared/contract/accounts.ts';
import { groupMissing, kindOf, lackingOf, type MissingGroup } from './group-missing.ts';

/** What an account cannot do, why, and what helps. What its network never offers is only said. */
export function MissingList({ missing, cure }: Pick<Account, 'missing'> & { cure?: ReactNode }) {
  const { t } = useTranslation('connect');
  const lacking = lackingOf({ missing });
  return (
    <>
      {lacking.length > 0 ? (
        <details className="missing">
          <summary>
            <IconAlertTriangle aria-hidden />
            {t('choose.lacks', { count: lacking.length })}
          </summary>
          <ul>
            {groupMissing(lacking).map((group) => (
              <MissingLine key={group.first.capability} group={group} />
            ))}
          </ul>
          {cure}
        </details>
      ) : null}
      {missing
        .filter((one) => !lacking.includes(one))
        .map((one) => (
          <p key={one.capability} className="small muted">
            {one.text}
          </p>
        ))}
    </>
  );
}

function MissingLine({ group: { capabilities, first } }: { group: MissingGroup }) {
  const { t } = useTranslation(['connect', 'settings']);
  const words = capabilities.map((one) => t(`settings:accounts.can.${one}`)).join(', ');
  // The sentence names one thing; for several only the reason is said, behind their names.
  const why =
    capabilities.length > 1
      ? t(`missing.${kindOf(first)}`, { what: words, defaultValue: first.text })
      : first.text;
  return (
    <li>
      {why} {first.fix ? <b>{first.fix}</b> : null}
    </li>
  );
}
