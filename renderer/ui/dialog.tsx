import './dialog.css';
import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFocusBack } from './use-focus-back.ts';

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
  useFocusBack(opened);
  return (
    <Modal.Root
      opened={opened}
      onClose={onClose}
      size={widthPx}
      centered
      // Locking the scroll writes a style element without a nonce; the page itself never scrolls.
      lockScroll={false}
      padding="lg"
      transitionProps={{ duration: 160 }}
      styles={{
        content: { background: 'var(--surface)', boxShadow: 'var(--float)' },
        header: { background: 'var(--surface)' },
        title: { fontSize: 24, lineHeight: '32px' },
      }}
    >
      <Modal.Overlay backgroundOpacity={0.32} />
      <Modal.Content radius="md">
        {/* Without a role of its own it would be a second banner of the page. */}
        <Modal.Header role="presentation">
          <Modal.Title>
            <span className="serif">{title}</span>
          </Modal.Title>
          <Modal.CloseButton aria-label={t('close')} />
        </Modal.Header>
        <Modal.Body>
          <div className="dialog-body">{children}</div>
          {footer ? <div className="dialog-foot">{footer}</div> : null}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
