import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/dialog.tsx';
import { IconButton } from '../../ui/icon-button.tsx';

/** One picture or video as large as the window allows; arrows lead to its neighbours. */
export function LargeView({
  title,
  onClose,
  onStep,
  footer,
  children,
}: {
  title: string;
  onClose: () => void;
  /** By how many places; nothing where it stands alone. */
  onStep?: ((by: 1 | -1) => void) | undefined;
  footer?: ReactNode;
  children: ReactNode;
}) {
  const { t } = useTranslation('studio-page');
  const onKeyDown = (event: KeyboardEvent) => {
    const isElsewhere = (event.target as HTMLElement).closest('input, video');
    if (!onStep || isElsewhere) return;
    if (event.key === 'ArrowLeft') onStep(-1);
    else if (event.key === 'ArrowRight') onStep(1);
  };
  return (
    <Dialog opened onClose={onClose} title={title} widthPx={880} footer={footer}>
      <div className="studio-large" onKeyDown={onKeyDown}>
        {onStep ? (
          <IconButton
            label={t('large.before')}
            icon={<IconChevronLeft />}
            onClick={() => onStep(-1)}
          />
        ) : null}
        <div className="studio-large-picture">{children}</div>
        {onStep ? (
          <IconButton
            label={t('large.after')}
            icon={<IconChevronRight />}
            onClick={() => onStep(1)}
          />
        ) : null}
      </div>
    </Dialog>
  );
}
