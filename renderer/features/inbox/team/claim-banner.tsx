import { IconWriting } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';
import type { Claim } from './use-claim.ts';

/** Somebody else answers this thread: nobody answers over them without saying so. */
export function ClaimBanner({ claim: { others, take, isTaking } }: { claim: Claim }) {
  const { t } = useTranslation('inbox-team');
  if (!others) return null;
  const words = others.otherWindow
    ? t('claim.otherWindow')
    : t('claim.by', { person: others.person.name });
  return (
    <div className="inbox-claim" role="status">
      <IconWriting aria-hidden />
      <span className="grow">{words}</span>
      <Button busy={isTaking} onClick={take}>
        {t('claim.take')}
      </Button>
    </div>
  );
}
