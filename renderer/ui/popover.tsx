import './menu.css';
import { Popover as MantinePopover } from '@mantine/core';
import type { ReactNode } from 'react';

/** A panel under its button. `target` is one element that takes a ref and opens it itself. */
export function Popover({
  opened,
  onChange,
  target,
  children,
  widthPx = 320,
  align = 'end',
  label,
}: {
  opened: boolean;
  onChange: (opened: boolean) => void;
  target: ReactNode;
  children: ReactNode;
  widthPx?: number;
  align?: 'start' | 'end';
  label: string;
}) {
  return (
    <MantinePopover
      opened={opened}
      onChange={onChange}
      position={`bottom-${align}`}
      // It may turn round when the window changes: what lies outside cannot be pressed.
      preventPositionChangeWhenVisible={false}
      offset={4}
      width={widthPx}
      trapFocus
      returnFocus
      transitionProps={{ duration: 120 }}
      classNames={{ dropdown: 'popover' }}
    >
      <MantinePopover.Target>{target}</MantinePopover.Target>
      <MantinePopover.Dropdown aria-label={label}>{children}</MantinePopover.Dropdown>
    </MantinePopover>
  );
}
