import './missing-list.css';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../../shared/contract/accounts.ts';

/** What an account cannot do, why, and what helps. What its network never offers is only said. */
export function MissingList({ missing }: Pick<Account, 'missing'>) {
  const { t } = useTranslation('connect');
  const never = missing.filter(({ code }) => code === 'network');
  const lacking = missing.filter(({ code }) => code !== 'network');
  return (
    <>
      {lacking.length > 0 ? (
        <details className="missing">
          <summary>
            <IconAlertTriangle aria-hidden />
            {t('choose.lacks', { count: lacking.length })}
          </summary>
          <ul>
            {lacking.map((one) => (
              <li key={one.capability}>
                {one.text} {one.fix ? <b>{one.fix}</b> : null}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {never.map((one) => (
        <p key={one.capability} className="small muted">
          {one.text}
        </p>
      ))}
    </>
  );
}
