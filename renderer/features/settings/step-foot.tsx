import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';

/** The way back left, the one way on right. */
export function StepFoot({
  back,
  onBack,
  children,
}: {
  back?: string;
  onBack?: () => void;
  children?: ReactNode;
}) {
  const { t } = useTranslation('connect');
  return (
    <div className="dialog-foot connect-foot">
      {onBack ? (
        <Button kind="quiet" size="lg" onClick={onBack}>
          {back ?? t('back')}
        </Button>
      ) : null}
      {children}
    </div>
  );
}
