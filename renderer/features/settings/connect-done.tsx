import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { StateSign } from '../../ui/state-sign.tsx';
import { StepFoot } from './step-foot.tsx';

/** The accounts are there; nothing more to do. */
export function ConnectDone({ count, onClose }: { count: number; onClose: () => void }) {
  const { t } = useTranslation('connect');
  return (
    <>
      <p role="status">
        <StateSign tone="leaf" icon={<IconCircleCheck aria-hidden />}>
          {t('done.lead', { count })}
        </StateSign>
      </p>
      <StepFoot>
        <Button kind="primary" size="lg" data-autofocus onClick={onClose}>
          {t('done.finish')}
        </Button>
      </StepFoot>
    </>
  );
}
