import './photo.css';
import { useTranslation } from 'react-i18next';
import {
  readPhotoWork,
  type PhotoSlider,
  type PhotoWork,
} from '../../../../shared/scene/photo-work/photo-work.ts';
import { BackgroundPart } from './background-part.tsx';
import { PhotoSliderRow } from './photo-slider.tsx';
import { PlacePart } from './place-part.tsx';
import type { PhotoPanelProps } from './photo-panel-props.ts';

const groups: readonly { id: 'light' | 'colour' | 'detail'; sliders: readonly PhotoSlider[] }[] = [
  { id: 'light', sliders: ['exposure', 'contrast', 'highlights', 'shadows'] },
  { id: 'colour', sliders: ['warmth', 'tint', 'saturation'] },
  { id: 'detail', sliders: ['sharpen', 'vignette'] },
];

/** All that can be done to a photo, in groups: place, light, colour, detail, background. */
export function PhotoPanel(props: PhotoPanelProps) {
  const { t } = useTranslation('photo');
  const { work, onChange, onDone } = props;
  const set = (change: Partial<PhotoWork>, more: boolean) =>
    onChange(readPhotoWork({ ...work, ...change }), more);
  return (
    <div className="photo-panel">
      <PlacePart {...props} set={set} />
      {groups.map(({ id, sliders }) => (
        <section key={id} aria-labelledby={`photo-${id}`}>
          <h2 id={`photo-${id}`}>{t(`group.${id}`)}</h2>
          {sliders.map((slider) => (
            <PhotoSliderRow
              key={slider}
              slider={slider}
              label={t(`slider.${slider}`)}
              value={work[slider] ?? 0}
              onChange={(value) => set({ [slider]: value }, true)}
              onDone={onDone}
            />
          ))}
        </section>
      ))}
      <BackgroundPart {...props} set={set} />
    </div>
  );
}
