import { useState, type ReactNode } from 'react';
import { IconButton } from './icon-button.tsx';
import { Popover } from './popover.tsx';

/** A button with an icon that opens a panel under itself. What stands in it is only made while it is open, and
 *  may close it. */
export function PopoverButton({
  label,
  icon,
  widthPx,
  children,
}: {
  label: string;
  icon: ReactNode;
  widthPx: number;
  children: (close: () => void) => ReactNode;
}) {
  const [opened, setOpened] = useState(false);
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      widthPx={widthPx}
      align="start"
      label={label}
      target={<IconButton label={label} icon={icon} onClick={() => setOpened(!opened)} />}
    >
      {opened ? children(() => setOpened(false)) : null}
    </Popover>
  );
}
