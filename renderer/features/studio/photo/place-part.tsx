import { IconCrop, IconRotate2, IconRotateClockwise2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { cropToRatio, wholeCrop } from '../../../../shared/scene/photo-work/crop-rules.ts';
import type { PhotoWork } from '../../../../shared/scene/photo-work/photo-work.ts';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import type { PhotoPanelProps } from './photo-panel-props.ts';
import { PhotoSliderRow } from './photo-slider.tsx';
import { cropShapes, type CropShape } from './photo-tool.ts';

type Props = PhotoPanelProps & {
  set: (change: Partial<PhotoWork>, more: boolean) => void;
};

/** Turn, straighten, crop. */
export function PlacePart({ work, set, onDone, frameRatio, tool, onTool }: Props) {
  const { t } = useTranslation('photo');
  const turn = (by: 90 | 270) => {
    // A crop belongs to the photo as it stood.
    const { crop: _crop, ...rest } = work;
    const rotateDeg = (((rest.rotateDeg ?? 0) + by) % 360) as NonNullable<PhotoWork['rotateDeg']>;
    set({ ...rest, rotateDeg, crop: wholeCrop }, false);
  };
  const isCropping = tool?.kind === 'crop';
  return (
    <section aria-labelledby="photo-place">
      <h2 id="photo-place">{t('group.place')}</h2>
      <div className="photo-tools">
        <IconButton label={t('turnLeft')} icon={<IconRotate2 />} onClick={() => turn(270)} />
        <IconButton
          label={t('turnRight')}
          icon={<IconRotateClockwise2 />}
          onClick={() => turn(90)}
        />
        {onTool && frameRatio !== undefined ? (
          <Button
            icon={<IconCrop aria-hidden />}
            aria-pressed={isCropping}
            onClick={() => onTool(isCropping ? undefined : { kind: 'crop', shape: 'free' })}
          >
            {t(isCropping ? 'crop.done' : 'crop.begin')}
          </Button>
        ) : null}
      </div>
      {isCropping && onTool && frameRatio !== undefined ? (
        <SelectField
          label={t('crop.shape')}
          value={tool.shape}
          options={(Object.keys(cropShapes) as CropShape[]).map((value) => ({
            value,
            label: t(`crop.shapes.${value.replace(':', 'to')}`),
          }))}
          onChange={(shape) => {
            onTool({ kind: 'crop', shape });
            const ratio = cropShapes[shape];
            if (ratio === undefined) return;
            const wanted = ratio === 'own' ? frameRatio : ratio;
            set({ crop: cropToRatio(work.crop ?? wholeCrop, wanted, frameRatio) }, false);
          }}
        />
      ) : null}
      <PhotoSliderRow
        slider="straightenDeg"
        label={t('slider.straightenDeg')}
        value={work.straightenDeg ?? 0}
        onChange={(straightenDeg) => set({ straightenDeg }, true)}
        onDone={onDone}
      />
    </section>
  );
}
