import {
  IconAdjustmentsHorizontal,
  IconCrop,
  IconFlipVertical,
  IconPhotoEdit,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  focusPhoto,
  photoZoom,
  resetPhoto,
  zoomPhoto,
} from '../../../../shared/scene/edit/photo-view.ts';
import type { PhotoLayer } from '../../../../shared/scene/scene.ts';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { PhotoPanel } from '../photo/photo-panel.tsx';
import { PhotoPicker } from './photo-picker.tsx';
import type { RowsProps } from './panel-props.ts';
import { SliderRow } from './slider-row.tsx';

/** Which photo, which part of it, and which point of it always stays in view. */
export function PhotoRows(props: RowsProps<PhotoLayer>) {
  const { t } = useTranslation('editor');
  const { layer, set, tools, add, photos } = props;
  const [isPicking, setPicking] = useState(false);
  const isCropping = tools.cropping === layer.id;
  const isRetouching = tools.retouching === layer.id;
  return (
    <>
      <div className="editor-photo-deeds">
        <Button icon={<IconPhotoEdit aria-hidden />} onClick={() => setPicking(true)}>
          {t('photo.replace')}
        </Button>
        <IconButton
          label={t('photo.crop')}
          icon={<IconCrop />}
          aria-pressed={isCropping}
          onClick={() => tools.crop(isCropping ? undefined : layer.id)}
        />
        <IconButton
          label={t('photo.flip')}
          icon={<IconFlipVertical />}
          aria-pressed={layer.flip === 'x'}
          onClick={() => set({ flip: layer.flip === 'x' ? undefined : 'x' })}
        />
        <IconButton
          label={t('photo.retouch')}
          icon={<IconAdjustmentsHorizontal />}
          aria-pressed={isRetouching}
          onClick={() => tools.retouch(isRetouching ? undefined : layer.id)}
        />
      </div>
      {isCropping ? <CropRows {...props} /> : null}
      {isRetouching ? (
        <div className="editor-retouch">
          <PhotoPanel
            work={layer.work ?? {}}
            onChange={(work, more) => set({ work }, more ? 'work' : undefined)}
            onDone={props.document.finish}
            isPlain={photos.isPlain}
          />
        </div>
      ) : null}
      <FocusRow {...props} />
      <PhotoPicker
        opened={isPicking}
        onClose={() => setPicking(false)}
        onPick={(assetId) => {
          setPicking(false);
          void add.replacePhoto(assetId, layer.id);
        }}
      />
    </>
  );
}

function CropRows({ layer, photos, deeds, document, tools }: RowsProps<PhotoLayer>) {
  const { t } = useTranslation('editor');
  const source = photos.sourceOf(layer);
  if (!source) return null;
  const zoom = photoZoom(layer, source);
  const to = (value: number) =>
    deeds.set(
      [layer.id],
      (one) =>
        one.kind === 'photo' ? zoomPhoto(one, source, value / photoZoom(one, source)) : one,
      'crop-zoom',
    );
  const whole = () =>
    deeds.set([layer.id], (one) => (one.kind === 'photo' ? resetPhoto(one) : one));
  return (
    <>
      <p className="small muted editor-hint">{t('photo.cropHint')}</p>
      <SliderRow
        label={t('photo.zoom')}
        value={Math.round(zoom * 100)}
        min={100}
        max={500}
        text={t('view.percent', { value: Math.round(zoom * 100) })}
        onChange={(value) => to(value / 100)}
        onEnd={document.finish}
      />
      <div className="editor-photo-deeds">
        <Button onClick={whole}>{t('photo.whole')}</Button>
        <Button onClick={() => tools.crop(undefined)}>{t('photo.done')}</Button>
      </div>
    </>
  );
}

/** The photo small: a click says which point of it is never cut away. */
function FocusRow({ layer, deeds }: RowsProps<PhotoLayer>) {
  const { t } = useTranslation('editor');
  const focus = layer.focus ?? { xFrac: 0.5, yFrac: 0.5 };
  const put = (xFrac: number, yFrac: number) =>
    deeds.set(
      [layer.id],
      (one) => (one.kind === 'photo' ? focusPhoto(one, { xFrac, yFrac }) : one),
      'focus',
    );
  const move = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  const clamp = (value: number) => Math.min(Math.max(value, 0), 1);
  return (
    <>
      <span>{t('photo.focus')}</span>
      <button
        type="button"
        className="editor-focus"
        aria-label={t('photo.focusAt', {
          x: Math.round(focus.xFrac * 100),
          y: Math.round(focus.yFrac * 100),
        })}
        onClick={(event) => {
          if (event.detail === 0) return;
          const frame = event.currentTarget.getBoundingClientRect();
          put(
            clamp((event.clientX - frame.left) / frame.width),
            clamp((event.clientY - frame.top) / frame.height),
          );
        }}
        onKeyDown={(event) => {
          const by = move[event.key as keyof typeof move];
          if (!by) return;
          event.preventDefault();
          const [x = 0, y = 0] = by;
          put(clamp(focus.xFrac + x * 0.05), clamp(focus.yFrac + y * 0.05));
        }}
      >
        <img src={`/media/${layer.photoId}/thumb`} alt="" draggable={false} />
        <i style={{ left: `${focus.xFrac * 100}%`, top: `${focus.yFrac * 100}%` }} />
      </button>
    </>
  );
}
