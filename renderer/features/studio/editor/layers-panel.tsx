import {
  IconCursorText,
  IconDiscount,
  IconEye,
  IconEyeOff,
  IconLock,
  IconLockOpen,
  IconMovie,
  IconPhoto,
  IconPlus,
  IconQrcode,
  IconRosette,
  IconSticker,
  IconTag,
  IconTypography,
  IconSquare,
} from '@tabler/icons-react';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { clickSelection } from '../../../../shared/scene/edit/pick-layers.ts';
import type { Layer, Scene } from '../../../../shared/scene/scene.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Menu } from '../../../ui/menu.tsx';
import { layerName } from './layer-names.ts';
import type { AddLayers } from './use-add-layers.ts';
import { useAddMenu } from './use-add-menu.tsx';
import type { EditorDocument } from './use-document.ts';
import type { LayerDeeds } from './use-layer-deeds.ts';

const icons: Record<Layer['kind'], ReactNode> = {
  photo: <IconPhoto aria-hidden />,
  clip: <IconMovie aria-hidden />,
  text: <IconTypography aria-hidden />,
  price: <IconTag aria-hidden />,
  logo: <IconRosette aria-hidden />,
  badge: <IconDiscount aria-hidden />,
  shape: <IconSquare aria-hidden />,
  qr: <IconQrcode aria-hidden />,
  sticker: <IconSticker aria-hidden />,
};

type Props = { document: EditorDocument; scene: Scene; deeds: LayerDeeds; add: AddLayers };

/** All layers, the topmost first: picked, named, hidden, locked and dragged into another order. */
export function LayersPanel({ document, scene, deeds, add }: Props) {
  const { t } = useTranslation('editor');
  const menu = useAddMenu(add);
  const [dragged, setDragged] = useState<string>();
  const [over, setOver] = useState<string>();
  const rows = scene.layers.toReversed();
  const drop = (id: string) => {
    if (dragged && dragged !== id) {
      const others = scene.layers.filter((layer) => layer.id !== dragged);
      const at = others.findIndex((layer) => layer.id === id);
      const from = scene.layers.findIndex((layer) => layer.id === dragged);
      const to = scene.layers.findIndex((layer) => layer.id === id);
      deeds.placeAt(dragged, from < to ? at + 1 : at);
    }
    setDragged(undefined);
    setOver(undefined);
  };
  return (
    <section className="editor-layers" aria-labelledby="editor-layers">
      <h3 id="editor-layers">
        {t('layers.title')}
        <Menu
          target={<IconButton label={t('layers.add')} icon={<IconPlus />} />}
          items={menu.items}
        />
      </h3>
      {menu.dialog}
      {rows.length === 0 ? <p className="small muted">{t('layers.empty')}</p> : null}
      <ul>
        {rows.map((layer) => (
          <LayerRow
            key={layer.id}
            {...{ layer, document, scene, deeds }}
            isOver={over === layer.id && dragged !== layer.id}
            onDrag={setDragged}
            onOver={setOver}
            onDrop={() => drop(layer.id)}
          />
        ))}
      </ul>
    </section>
  );
}

function LayerRow({
  layer,
  document,
  scene,
  deeds,
  isOver,
  onDrag,
  onOver,
  onDrop,
}: Omit<Props, 'add'> & {
  layer: Layer;
  isOver: boolean;
  onDrag: (id: string | undefined) => void;
  onOver: (id: string) => void;
  onDrop: () => void;
}) {
  const { t } = useTranslation('editor');
  const [isNaming, setNaming] = useState(false);
  const isPicked = document.selected.includes(layer.id);
  const name = layerName(layer, t);
  const set = (patch: Partial<Layer>) =>
    deeds.set([layer.id], (one) => ({ ...one, ...patch }) as Layer);
  return (
    <li
      className={`editor-row ${isPicked ? 'editor-picked' : ''} ${isOver ? 'editor-drop' : ''}`}
      draggable={!isNaming}
      onDragStart={() => onDrag(layer.id)}
      onDragEnd={() => onDrag(undefined)}
      onDragOver={(event) => {
        event.preventDefault();
        onOver(layer.id);
      }}
      onDrop={onDrop}
    >
      {isNaming ? (
        <NameLayer
          layer={layer}
          name={name}
          onEnd={(next) => {
            setNaming(false);
            if (next !== undefined && next !== name) set({ name: next.trim() || undefined });
          }}
        />
      ) : (
        <button
          type="button"
          className={layer.hidden ? 'editor-layer muted' : 'editor-layer'}
          aria-pressed={isPicked}
          onClick={(event) =>
            document.select(clickSelection(scene, document.selected, layer.id, event.shiftKey))
          }
          onDoubleClick={() => setNaming(true)}
          onKeyDown={rowKeys(deeds, layer, () => setNaming(true))}
        >
          {icons[layer.kind]}
          <span className="cut">{name}</span>
        </button>
      )}
      <RowSwitches layer={layer} name={name} set={set} />
    </li>
  );
}

function RowSwitches({
  layer,
  name,
  set,
}: {
  layer: Layer;
  name: string;
  set: (patch: Partial<Layer>) => void;
}) {
  const { t } = useTranslation('editor');
  return (
    <>
      <IconButton
        label={t(layer.locked ? 'layers.unlock' : 'layers.lock', { name })}
        className={layer.locked ? '' : 'editor-faint'}
        icon={layer.locked ? <IconLock /> : <IconLockOpen />}
        onClick={() => set({ locked: layer.locked ? undefined : true } as Partial<Layer>)}
      />
      <IconButton
        label={t(layer.hidden ? 'layers.show' : 'layers.hide', { name })}
        className={layer.hidden ? '' : 'editor-faint'}
        icon={layer.hidden ? <IconEyeOff /> : <IconEye />}
        onClick={() => set({ hidden: layer.hidden ? undefined : true } as Partial<Layer>)}
      />
    </>
  );
}

function rowKeys(deeds: LayerDeeds, layer: Layer, rename: () => void) {
  return (event: KeyboardEvent) => {
    const does: Record<string, () => void> = {
      F2: rename,
      Delete: deeds.remove,
      '[': () => deeds.order('backward'),
      ']': () => deeds.order('forward'),
    };
    const run = does[event.key];
    if (!run || layer.locked) return;
    event.preventDefault();
    run();
  };
}

function NameLayer({
  layer,
  name,
  onEnd,
}: {
  layer: Layer;
  name: string;
  onEnd: (name: string | undefined) => void;
}) {
  const { t } = useTranslation('editor');
  return (
    <label className="editor-naming">
      <IconCursorText aria-hidden />
      <input
        aria-label={t('layers.rename', { name })}
        defaultValue={layer.name ?? name}
        maxLength={80}
        ref={(input) => input?.select()}
        onBlur={(event) => onEnd(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
          else if (event.key === 'Escape') onEnd(undefined);
        }}
      />
    </label>
  );
}
