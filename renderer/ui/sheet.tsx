import './sheet.css';
import { useFocusReturn } from '@mantine/hooks';
import { IconX } from '@tabler/icons-react';
import { memo, useEffect, useId, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from './icon-button.tsx';
import { useEscape } from './use-escape.ts';

/** From the right, full height of the screen's area; what is beneath stays alive. Esc and the cross
 *  close it, the focus comes in when it opens and goes back where it was. Render it inside the
 *  page's root (which is positioned), only while open. */
export function Sheet({
  title,
  widthPx = 480,
  onClose,
  beside,
  actions,
  footer,
  className = '',
  children,
}: {
  title: ReactNode;
  widthPx?: number;
  onClose: () => void;
  /** Small words after the title, as “Saved”. */
  beside?: ReactNode;
  /** Icon buttons before the cross. */
  actions?: ReactNode;
  footer?: ReactNode;
  className?: string;
  children: ReactNode;
}) {
  const id = useId();
  const panel = useRef<HTMLElement>(null);
  useFocusReturn({ opened: true });
  useEffect(() => panel.current?.focus({ preventScroll: true }), []);
  useEscapeFromNowhere(onClose);
  useEscape(panel, onClose);
  return (
    <section
      ref={panel}
      role="dialog"
      aria-labelledby={id}
      tabIndex={-1}
      className={`sheet ${className}`}
      style={{ width: widthPx }}
    >
      <header className="sheet-head">
        <h2 id={id}>{title}</h2>
        {beside}
        <span className="grow" />
        {actions}
        <CloseButton onClose={onClose} />
      </header>
      <div className="sheet-body">{children}</div>
      {footer ? <footer className="sheet-foot">{footer}</footer> : null}
    </section>
  );
}

/** Not drawn again with what stands in the sheet: that may change with each letter. */
const CloseButton = memo(function CloseButton({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('ui');
  return <IconButton label={t('close')} icon={<IconX />} onClick={onClose} />;
});

/** A button that its own deed disables leaves the focus nowhere: Esc still has to close. */
function useEscapeFromNowhere(onClose: () => void): void {
  const latest = useRef(onClose);
  latest.current = onClose;
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => {
      // Where the key was pressed, not where the focus is now: a dialog that closed on it is gone.
      const isNowhere = event.target === document.body;
      if (event.key === 'Escape' && isNowhere && !event.defaultPrevented) latest.current();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
