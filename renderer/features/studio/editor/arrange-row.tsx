import {
  IconBoxAlignBottom,
  IconBoxAlignLeft,
  IconBoxAlignRight,
  IconBoxAlignTop,
  IconCopy,
  IconDots,
  IconLayoutAlignCenter,
  IconLayoutAlignMiddle,
  IconTrash,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Side } from '../../../../shared/scene/edit/align-layers.ts';
import type { Layer } from '../../../../shared/scene/scene.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { KeyCap } from '../../../ui/key-cap.tsx';
import { Menu, type MenuItem } from '../../../ui/menu.tsx';
import type { LayerDeeds } from './use-layer-deeds.ts';

const sides = [
  ['left', <IconBoxAlignLeft key="left" />],
  ['center', <IconLayoutAlignCenter key="center" />],
  ['right', <IconBoxAlignRight key="right" />],
  ['top', <IconBoxAlignTop key="top" />],
  ['middle', <IconLayoutAlignMiddle key="middle" />],
  ['bottom', <IconBoxAlignBottom key="bottom" />],
] as const satisfies readonly (readonly [Side, unknown])[];

/** Lining up, order, groups, copies: what holds for any layers. */
export function ArrangeRow({ deeds, picked }: { deeds: LayerDeeds; picked: readonly Layer[] }) {
  const { t } = useTranslation('editor');
  return (
    <div className="editor-arrange" role="toolbar" aria-label={t('arrange.label')}>
      {sides.map(([side, icon]) => (
        <IconButton
          key={side}
          label={t(`arrange.${side}`)}
          icon={icon}
          onClick={() => deeds.align(side)}
        />
      ))}
      <Menu
        target={<IconButton label={t('arrange.more')} icon={<IconDots />} />}
        items={moreItems(deeds, picked, t)}
      />
    </div>
  );
}

function moreItems(
  deeds: LayerDeeds,
  picked: readonly Layer[],
  t: (key: never) => string,
): MenuItem[] {
  const say = t as (key: string) => string;
  const item = (name: string, run: () => void, keys?: string, disabled = false): MenuItem => ({
    ...{ label: say(`arrange.${name}`), run, disabled },
    ...(keys ? { right: <KeyCap>{keys}</KeyCap> } : {}),
  });
  const isGroup = picked.some((layer) => layer.groupId !== undefined);
  return [
    item('front', () => deeds.order('front'), 'Ctrl ]'),
    item('forward', () => deeds.order('forward'), ']'),
    item('backward', () => deeds.order('backward'), '['),
    item('back', () => deeds.order('back'), 'Ctrl ['),
    'line',
    item('across', () => deeds.distribute('across'), undefined, picked.length < 3),
    item('down', () => deeds.distribute('down'), undefined, picked.length < 3),
    'line',
    isGroup
      ? item('ungroup', deeds.ungroup, 'Ctrl Maj G')
      : item('group', deeds.group, 'Ctrl G', picked.length < 2),
    { ...itemOf(item('duplicate', deeds.duplicate, 'Ctrl D')), icon: <IconCopy aria-hidden /> },
    { ...itemOf(item('remove', deeds.remove)), icon: <IconTrash aria-hidden />, danger: true },
  ];
}

function itemOf(item: MenuItem): Exclude<MenuItem, 'line'> {
  if (item === 'line') throw new Error('a line does nothing');
  return item;
}
