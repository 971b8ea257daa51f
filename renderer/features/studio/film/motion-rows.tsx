import { useTranslation } from 'react-i18next';
import { slideShare, usualMotionMs } from '../../../../shared/scene/film/film-motion.ts';
import type { FilmMotion } from '../../../../shared/scene/film/film.ts';
import type { Layer, Side } from '../../../../shared/scene/scene.ts';
import { SelectField } from '../../../ui/select-field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { SlideField } from './slide-field.tsx';

const everyKind = ['style', 'none', 'fade', 'slide', 'scale', 'wipe'] as const;
const sides = ['left', 'right', 'top', 'bottom'] as const satisfies readonly Side[];
/** From where it comes when nothing was chosen, as the scene has it. */
const usualSides: Partial<Record<FilmMotion['kind'], Side>> = { slide: 'bottom', wipe: 'left' };

type Choice = 'style' | FilmMotion['kind'];

type Props = {
  motion: FilmMotion | undefined;
  /** With a `gesture` it is one step with others of the same. */
  onChange: (motion: FilmMotion | undefined, gesture?: string) => void;
  onEnd: () => void;
};

/** How a layer comes or goes: in which way, from which side, how far and how long. */
export function MotionRows({
  label,
  layer,
  motion,
  onChange,
  onEnd,
}: Props & { label: string; layer: Layer }) {
  const { t } = useTranslation('film');
  const kinds: Choice[] = [
    ...everyKind,
    ...(layer.kind === 'text' ? ['typewriter' as const] : []),
    ...(layer.kind === 'price' ? ['counter' as const] : []),
  ];
  const kind = motion?.kind ?? 'style';
  const side = usualSides[kind as FilmMotion['kind']];
  return (
    <>
      <SelectField
        label={label}
        value={kinds.includes(kind) ? kind : 'fade'}
        options={kinds.map((value) => ({ value, label: t(`layers.motion.${value}`) }))}
        onChange={(next) => onChange(next === 'style' ? undefined : { ...motion, kind: next })}
      />
      {motion && side ? (
        <SelectField
          label={t('layers.side.of')}
          value={motion.side ?? side}
          options={sides.map((value) => ({ value, label: t(`layers.side.${value}`) }))}
          onChange={(next) => onChange({ ...motion, side: next })}
        />
      ) : null}
      {motion ? <Measures {...{ motion, onChange, onEnd }} /> : null}
    </>
  );
}

/** How far, from what and how long. */
function Measures({ motion, onChange, onEnd }: Props & { motion: FilmMotion }) {
  const { t } = useTranslation('film');
  return (
    <>
      {motion.kind === 'slide' ? (
        <SlideField
          label={t('layers.distance')}
          value={Math.round((motion.distanceFrac ?? slideShare) * 100)}
          {...{ min: 2, max: 100, step: 2 }}
          unit="%"
          onChange={(percent) => onChange({ ...motion, distanceFrac: percent / 100 }, 'distance')}
          onEnd={onEnd}
        />
      ) : null}
      {motion.kind === 'counter' ? (
        <TextField
          label={t('layers.fromText')}
          value={motion.fromText ?? ''}
          maxLength={24}
          onChange={(fromText) => onChange({ ...motion, fromText }, 'from')}
          onBlur={onEnd}
        />
      ) : null}
      {motion.kind !== 'none' ? (
        <SlideField
          label={t(motion.kind === 'typewriter' ? 'layers.typing' : 'layers.length')}
          value={(motion.durationMs ?? usualMotionMs) / 1000}
          {...{ min: 0.1, max: 3, step: 0.1 }}
          unit="s"
          onChange={(seconds) =>
            onChange({ ...motion, durationMs: Math.round(seconds * 1000) }, 'length')
          }
          onEnd={onEnd}
        />
      ) : null}
    </>
  );
}
