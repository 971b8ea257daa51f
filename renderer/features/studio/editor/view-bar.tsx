import { IconDeviceMobile, IconHelp, IconMinus, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Format } from '../../../../shared/contract/shapes.ts';
import { safeZonesOf } from '../../../../shared/rules/safe-zones.ts';
import { Button } from '../../../ui/button.tsx';
import { CheckBox } from '../../../ui/check-box.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Popover } from '../../../ui/popover.tsx';
import type { EditorTools } from './use-editor-tools.ts';
import type { EditorView } from './use-view.ts';

/** How near the picture stands, and what networks cover of it. */
export function ViewBar({
  view,
  tools,
  format,
}: {
  view: EditorView;
  tools: EditorTools;
  format: Format;
}) {
  const { t } = useTranslation('editor');
  const percent = Math.round(view.view.zoom * 100);
  return (
    <div className="editor-bar" role="toolbar" aria-label={t('view.label')}>
      <IconButton label={t('view.out')} icon={<IconMinus />} onClick={() => view.zoomBy(-1)} />
      <Button
        kind="quiet"
        className="editor-zoom num"
        aria-label={t('view.fit', { value: percent })}
        onClick={view.fit}
      >
        {t('view.percent', { value: percent })}
      </Button>
      <IconButton label={t('view.in')} icon={<IconPlus />} onClick={() => view.zoomBy(1)} />
      <ZonesMenu tools={tools} format={format} />
      <IconButton
        label={t('view.keys')}
        icon={<IconHelp />}
        onClick={() => tools.setHelping(true)}
      />
    </div>
  );
}

function ZonesMenu({ tools, format }: { tools: EditorTools; format: Format }) {
  const { t } = useTranslation('editor');
  const [opened, setOpened] = useState(false);
  const ids = [...new Set(safeZonesOf(format).map((zone) => zone.id))];
  const isOn = ids.some((id) => tools.zones.includes(id));
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      label={t('zones.label')}
      widthPx={260}
      target={
        <Button
          kind="quiet"
          icon={<IconDeviceMobile aria-hidden />}
          aria-pressed={isOn}
          onClick={() => setOpened(!opened)}
        >
          {t('zones.label')}
        </Button>
      }
    >
      <div className="editor-zone-list">
        {ids.length === 0 ? <p className="small muted">{t('zones.none')}</p> : null}
        {ids.map((id) => (
          <CheckBox
            key={id}
            checked={tools.zones.includes(id)}
            onChange={() => tools.toggleZone(id)}
            label={t(`zones.name.${id}`)}
          />
        ))}
      </div>
    </Popover>
  );
}
