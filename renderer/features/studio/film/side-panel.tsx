import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { IconButton } from '../../../ui/icon-button.tsx';
import type { FilmDesk } from './film-desk.ts';

/** A panel in place of the scene's at the right of the stage; `close` names the button that gives it back. */
export function SidePanel({
  desk,
  label,
  title,
  close,
  children,
}: {
  desk: FilmDesk;
  label: string;
  title: string;
  close: string;
  children: ReactNode;
}) {
  return (
    <aside className="film-side film-right" aria-label={label}>
      <header>
        <h2 className="cut">{title}</h2>
        <IconButton label={close} icon={<IconX />} onClick={() => desk.setPanel(undefined)} />
      </header>
      {children}
    </aside>
  );
}
