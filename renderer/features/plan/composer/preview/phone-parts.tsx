import { useTranslation } from 'react-i18next';
import type { Account } from '../../../../../shared/contract/accounts.ts';
import { initials } from '../../../../ui/initials.ts';

export function PhoneFace({ account }: { account: Account }) {
  return (
    <span className="phone-face" aria-hidden="true">
      {initials(account.name)}
    </span>
  );
}

/** The first comment as it stands under the post. */
export function PhoneComment({ name, text }: { name: string; text: string | undefined }) {
  const { t } = useTranslation('composer');
  if (!text) return null;
  return (
    <p className="phone-text phone-comment" aria-label={t('firstComment')}>
      <b>{name}</b> {text}
    </p>
  );
}
