import './dialog.css';
import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** A window over everything that keeps the focus; for what must be settled first. */
export function Dialog({
  opened,
  onClose,
  title,
  widthPx = 520,
  footer,
  children,
}: {
  opened: boolean;
  onClose: () => void;
  title: ReactNode;
  widthPx?: number;
  /** Buttons, the main action last. */
  footer?: ReactNode;
  children: ReactNode;
}) {
  const { t } = useTranslation('ui');
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={<span className="serif">{title}</span>}
      size={widthPx}
      centered
      // Locking the scroll writes a style element without a nonce; the page itself never scrolls.
      lockScroll={false}
      radius="md"
      padding="lg"
      closeButtonProps={{ 'aria-label': t('close') }}
      overlayProps={{ backgroundOpacity: 0.32 }}
      transitionProps={{ duration: 160 }}
      styles={{
        content: { background: 'var(--surface)', boxShadow: 'var(--float)' },
        header: { background: 'var(--surface)' },
        title: { fontSize: 24, lineHeight: '32px' },
      }}
    >
      <div className="dialog-body">{children}</div>
      {footer ? <div className="dialog-foot">{footer}</div> : null}
    </Modal>
  );
}
