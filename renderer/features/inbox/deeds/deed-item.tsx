import type { ReactNode } from 'react';
import type { Deed, DeedName } from '../../../../shared/contract/inbox-deeds.ts';
import type { MenuItem } from '../../../ui/menu.tsx';

type Line = Exclude<MenuItem, 'line'>;

/** A line of a comment's menu: none where the deed makes no sense, dimmed with its reason where the
 *  network does not have it. */
export function deedItem(
  deeds: readonly Deed[] | undefined,
  name: DeedName,
  line: Line & { icon: ReactNode },
): MenuItem[] {
  const deed = deeds?.find((one) => one.name === name);
  if (!deed) return [];
  if (deed.possible) return [line];
  const label = (
    <span className="deed-cannot">
      {line.label}
      <span className="small">{deed.why?.text}</span>
    </span>
  );
  return [{ ...line, label, disabled: true }];
}
