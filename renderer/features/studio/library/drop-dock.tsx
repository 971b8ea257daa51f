import { IconHeart, IconSend, IconTrash } from '@tabler/icons-react';
import { useState, type DragEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** What a drag from the gallery carries: ids with commas. */
export const assetsDragged = 'application/x-vitrine-assets';

type Deed = { name: 'post' | 'favour' | 'bin'; icon: ReactNode; run: (ids: string[]) => void };

/** While pictures are dragged: places to drop them, at the foot of the list. */
export function DropDock({
  count,
  deeds,
}: {
  count: number;
  deeds: Record<Deed['name'], Deed['run']>;
}) {
  const { t } = useTranslation('library');
  if (count === 0) return null;
  const targets: readonly Deed[] = [
    { name: 'post', icon: <IconSend aria-hidden />, run: deeds.post },
    { name: 'favour', icon: <IconHeart aria-hidden />, run: deeds.favour },
    { name: 'bin', icon: <IconTrash aria-hidden />, run: deeds.bin },
  ];
  return (
    <div className="lib-dock" aria-hidden>
      {targets.map(({ name, icon, run }) => (
        <DropPlace key={name} icon={icon} onIds={run}>
          {t(`dock.${name}`, { count })}
        </DropPlace>
      ))}
    </div>
  );
}

function DropPlace({
  icon,
  onIds,
  children,
}: {
  icon: ReactNode;
  onIds: (ids: string[]) => void;
  children: ReactNode;
}) {
  const [isOver, setOver] = useState(false);
  const allow = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes(assetsDragged)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    setOver(true);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onIds(event.dataTransfer.getData(assetsDragged).split(',').filter(Boolean));
  };
  return (
    <span
      className={isOver ? 'lib-dock-place lib-dock-over' : 'lib-dock-place'}
      onDragEnter={allow}
      onDragOver={allow}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {icon}
      {children}
    </span>
  );
}
