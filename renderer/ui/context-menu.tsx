import './menu.css';
import { Menu as MantineMenu } from '@mantine/core';
import { menuLines, type MenuItem } from './menu.tsx';

/** A menu where the right button was pressed, or the menu key on what has the focus. */
export function ContextMenu({
  at,
  label,
  items,
  onClose,
}: {
  /** In px of the window; closed without it. */
  at: { x: number; y: number } | undefined;
  label: string;
  items: readonly MenuItem[];
  onClose: () => void;
}) {
  return (
    <MantineMenu
      opened={at !== undefined}
      onChange={(opened) => (opened ? undefined : onClose())}
      position="bottom-start"
      // It may turn round when the window changes: what lies outside cannot be pressed.
      preventPositionChangeWhenVisible={false}
      offset={2}
      transitionProps={{ duration: 0 }}
      withInitialFocusPlaceholder={false}
      classNames={{ dropdown: 'menu', item: 'menu-item' }}
    >
      <MantineMenu.Target>
        <span
          className="context-point"
          style={{ left: at?.x ?? 0, top: at?.y ?? 0 }}
          aria-hidden="true"
        />
      </MantineMenu.Target>
      <MantineMenu.Dropdown aria-label={label}>
        {/* Escape closes the menu, and nothing of the page beneath. */}
        <div
          role="presentation"
          onKeyDownCapture={(event) => event.key === 'Escape' && event.preventDefault()}
        >
          {menuLines(items)}
        </div>
      </MantineMenu.Dropdown>
    </MantineMenu>
  );
}
