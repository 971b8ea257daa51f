import { IconArrowBackUp, IconArrowForwardUp, IconRefresh } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Kit } from '../../../../shared/contract/brand.ts';
import type { Format } from '../../../../shared/contract/shapes.ts';
import type { Brand } from '../../../../shared/scene/template.ts';
import { findPictureTemplate } from '../../../../shared/scene/templates.ts';
import { useLanguage } from '../../../link/language-context.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Segments } from '../../../ui/segments.tsx';
import { useShortcut } from '../../../ui/use-shortcut.ts';
import { brandOfKit } from './kit-brand.ts';
import { LookPicture } from './look-picture.tsx';
import { lookScene } from './look-scene.ts';
import { KitSaved } from './kit-saved.tsx';
import type { KitDeeds } from './use-kit-deeds.ts';
import type { Sample } from './use-sample.ts';

/** The shop's ground, a photo to its edges, paper, and a bold one: a kit shows itself in all of them. */
const shownTemplates = ['arche', 'affiche', 'herbier', 'nouveau'];
const formats = ['4:5', '1:1', '9:16', '1.91:1'] as const satisfies readonly Format[];
const maxSidePx = 560;

type Props = { kit: Kit; shopName: string; sample: Sample; deeds: KitDeeds };

/** What templates make of the kit; follows each change at once. */
export function BrandPreview({ kit, shopName, sample, deeds }: Props) {
  const { t } = useTranslation('brand');
  const [format, setFormat] = useState<(typeof formats)[number]>('4:5');
  const brand = useMemo(() => brandOfKit(kit, shopName), [kit, shopName]);
  // Wide pictures stand below one another, and two of them fill the place.
  const ids = format === '1.91:1' ? shownTemplates.slice(0, 2) : shownTemplates;
  return (
    <aside className="brand-preview" aria-labelledby="brand-preview">
      <div className="brand-preview-head">
        <h3 id="brand-preview">{t('preview.title')}</h3>
        <KitSaved deeds={deeds} />
        <span className="grow" />
        <UndoButtons deeds={deeds} />
      </div>
      <div className="brand-preview-bar">
        <Segments
          label={t('preview.format')}
          value={format}
          options={formats.map((value) => ({ value, label: t(`preview.${formatNames[value]}`) }))}
          onChange={setFormat}
        />
        {sample.next ? (
          <IconButton label={t('preview.next')} icon={<IconRefresh />} onClick={sample.next} />
        ) : null}
      </div>
      <ul className={`brand-looks brand-looks-${formatNames[format]}`}>
        {ids.map((id) => (
          <Look key={id} {...{ id, format, brand, sample }} />
        ))}
      </ul>
      {sample.slots && !sample.isReal ? <p className="small muted">{t('preview.sample')}</p> : null}
    </aside>
  );
}

const formatNames = {
  '4:5': 'portrait',
  '1:1': 'square',
  '9:16': 'story',
  '1.91:1': 'link',
} as const;

function Look(props: { id: string; format: Format; brand: Brand; sample: Sample }) {
  const { id, format, brand, sample } = props;
  const { t } = useTranslation('brand');
  const [language] = useLanguage();
  const scene = useMemo(
    () => sample.slots && lookScene(id, sample.slots, format, brand, sample.work),
    [id, sample.slots, sample.work, format, brand],
  );
  const name = findPictureTemplate(id)?.names[language] ?? id;
  return (
    <li>
      <LookPicture
        key={format}
        scene={scene}
        label={t('preview.picture', { name })}
        maxSidePx={maxSidePx}
      />
      <span className="small muted" aria-hidden="true">
        {name}
      </span>
    </li>
  );
}

function UndoButtons({ deeds }: { deeds: KitDeeds }) {
  const { t } = useTranslation('brand');
  useShortcut('mod+z', deeds.undo, deeds.canUndo);
  useShortcut('mod+shift+z', deeds.redo, deeds.canRedo);
  useShortcut('mod+y', deeds.redo, deeds.canRedo);
  return (
    <>
      <IconButton
        label={t('undo')}
        icon={<IconArrowBackUp />}
        disabled={!deeds.canUndo}
        onClick={deeds.undo}
      />
      <IconButton
        label={t('redo')}
        icon={<IconArrowForwardUp />}
        disabled={!deeds.canRedo}
        onClick={deeds.redo}
      />
    </>
  );
}
