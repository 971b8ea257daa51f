import './menu.css';
import { Menu as MantineMenu } from '@mantine/core';
import { Fragment, type ReactNode } from 'react';

export type MenuItem =
  | {
      label: ReactNode;
      run: () => void;
      icon?: ReactNode;
      /** A shortcut or a figure at the right. */
      right?: ReactNode;
      danger?: boolean;
      disabled?: boolean;
    }
  | 'line';

/** A menu under its button (`target`, one element that takes a ref). */
export function Menu({
  target,
  items,
  align = 'end',
}: {
  target: ReactNode;
  items: readonly MenuItem[];
  align?: 'start' | 'end';
}) {
  return (
    <MantineMenu
      position={`bottom-${align}`}
      // It may turn round when the window changes: what lies outside cannot be pressed.
      preventPositionChangeWhenVisible={false}
      offset={4}
      transitionProps={{ duration: 120 }}
      // A stop of the keyboard that is no line of the menu.
      withInitialFocusPlaceholder={false}
      classNames={{ dropdown: 'menu', item: 'menu-item' }}
    >
      <MantineMenu.Target>{target}</MantineMenu.Target>
      <MantineMenu.Dropdown>{menuLines(items)}</MantineMenu.Dropdown>
    </MantineMenu>
  );
}

/** The lines of a menu, whatever opens it. */
export function menuLines(items: readonly MenuItem[]): ReactNode {
  return items.map((item, index) => (
    <Fragment key={index}>{item === 'line' ? <MantineMenu.Divider /> : menuLine(item)}</Fragment>
  ));
}

function menuLine(item: Exclude<MenuItem, 'line'>) {
  return (
    <MantineMenu.Item
      leftSection={item.icon}
      rightSection={item.right}
      disabled={item.disabled ?? false}
      className={item.danger ? 'menu-danger' : ''}
      onClick={item.run}
    >
      {item.label}
    </MantineMenu.Item>
  );
}
