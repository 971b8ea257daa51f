import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/dialog.tsx';
import { IconButton } from '../../ui/icon-button.tsx';

/** One picture or video as large as the window allows; arrows lead to its neighbours. */
export function LargeView({
  title,
  onClose,
  onStep,
  onKey,
  below,
  footer,
  children,
}: {
  title: ReactNode;
  onClose: () => void;
  /** By how many places; nothing where it stands alone. */
  onStep?: ((by: 1 | -1) => void) | undefined;
  /** Other keys; true for those that it took. */
  onKey?: ((event: KeyboardEvent) => boolean) | undefined;
  /** What belongs to the picture, under it. */
  below?: ReactNode;
  footer?: ReactNode;
  children: ReactNode;
}) {
  const { t } = useTranslation('studio-page');
  useKeys((event) => {
    if (onStep && event.key === 'ArrowLeft') onStep(-1);
    else if (onStep && event.key === 'ArrowRight') onStep(1);
    else return onKey?.(event) ?? false;
    return true;
  });
  return (
    <Dialog opened onClose={onClose} title={title} widthPx={880} footer={footer}>
      <div className="studio-large">
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
      {below}
    </Dialog>
  );
}

/** Where keys mean something else: what is written, played, or chosen among others. */
const ownKeys = 'input, textarea, select, video, audio, [role=radiogroup], [role=menu]';

/** Keys wherever in the dialog the focus stands, also on its frame. A button keeps its own. */
function useKeys(take: (event: KeyboardEvent) => boolean): void {
  const latest = useRef(take);
  latest.current = take;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const at = event.target instanceof Element ? event.target : undefined;
      if (event.defaultPrevented || at?.closest(ownKeys)) return;
      if ((event.key === ' ' || event.key === 'Enter') && at?.closest('button, a')) return;
      if (latest.current(event)) event.preventDefault();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
