import { IconBrush, IconEraser, IconInfoCircle } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  PhotoBackground,
  PhotoWork,
  TouchUp,
} from '../../../../shared/scene/photo-work/photo-work.ts';
import { Button } from '../../../ui/button.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { TextButton } from '../../../ui/text-button.tsx';
import type { PhotoPanelProps } from './photo-panel-props.ts';

type Props = PhotoPanelProps & {
  set: (change: Partial<PhotoWork>, more: boolean) => void;
};
type Kind = PhotoBackground['kind'] | 'keep';

const kinds: readonly Kind[] = ['keep', 'remove', 'plain', 'blur'];

/** The background: kept, taken away, of one colour, or blurred; by its colour, and by hand. */
export function BackgroundPart(props: Props) {
  const { t } = useTranslation('photo');
  const { work, set, onDone, isPlain } = props;
  const { background } = work;
  const change = (part: Partial<PhotoBackground>, more: boolean) => {
    if (background) set({ background: { ...background, ...part } }, more);
  };
  const choose = (kind: Kind) => {
    if (kind !== 'keep') return set({ background: { ...background, kind } }, false);
    const { background: _background, ...rest } = work;
    props.onTool?.(undefined);
    props.onChange(rest, false);
  };
  return (
    <section aria-labelledby="photo-background">
      <h2 id="photo-background">{t('group.background')}</h2>
      <SelectField
        label={t('background.label')}
        labelHidden
        value={background?.kind ?? 'keep'}
        options={kinds.map((value) => ({ value, label: t(`background.${value}`) }))}
        onChange={choose}
      />
      {background && isPlain === false ? (
        <p className="photo-note">
          <IconInfoCircle aria-hidden />
          {t(background.kind === 'blur' ? 'background.middle' : 'background.busy')}
        </p>
      ) : null}
      {background?.kind === 'plain' ? (
        <label className="photo-slider">
          <span>{t('background.colour')}</span>
          <input
            type="color"
            value={background.colour ?? '#ffffff'}
            onChange={(event) => change({ colour: event.currentTarget.value }, true)}
            onBlur={onDone}
          />
        </label>
      ) : null}
      {background?.kind === 'blur' ? (
        <Range
          label={t('background.strength')}
          value={background.strength ?? 50}
          min={1}
          onChange={(strength) => change({ strength }, true)}
          onDone={onDone}
        />
      ) : null}
      {background && (background.kind !== 'blur' || isPlain) ? (
        <Range
          label={t('background.reach')}
          value={background.reach ?? 50}
          min={0}
          onChange={(reach) => change({ reach }, true)}
          onDone={onDone}
        />
      ) : null}
      {background && props.onTool ? <Brushes {...props} change={change} /> : null}
    </section>
  );
}

function Brushes({
  work,
  tool,
  onTool,
  change,
}: Props & { change: (part: Partial<PhotoBackground>, more: boolean) => void }) {
  const { t } = useTranslation('photo');
  const brush = tool?.kind === 'brush' ? tool : undefined;
  const press = (mode: TouchUp['mode']) =>
    onTool?.(
      brush?.mode === mode ? undefined : { kind: 'brush', mode, radius: brush?.radius ?? 250 },
    );
  const isTouched = (work.background?.touchUps?.length ?? 0) > 0;
  return (
    <>
      <div className="photo-tools">
        <Button
          icon={<IconBrush aria-hidden />}
          aria-pressed={brush?.mode === 'keep'}
          onClick={() => press('keep')}
        >
          {t('brush.keep')}
        </Button>
        <Button
          icon={<IconEraser aria-hidden />}
          aria-pressed={brush?.mode === 'remove'}
          onClick={() => press('remove')}
        >
          {t('brush.remove')}
        </Button>
      </div>
      {brush ? (
        <Range
          label={t('brush.size')}
          value={Math.round(brush.radius / 10)}
          min={4}
          onChange={(size) => onTool?.({ ...brush, radius: size * 10 })}
          onDone={() => {}}
        />
      ) : null}
      {isTouched ? (
        <TextButton onClick={() => change({ touchUps: [] }, false)}>{t('brush.clear')}</TextButton>
      ) : null}
    </>
  );
}

function Range({
  label,
  value,
  min,
  onChange,
  onDone,
}: {
  label: string;
  value: number;
  min: number;
  onChange: (value: number) => void;
  onDone: () => void;
}) {
  const id = useId();
  return (
    <div className="photo-slider" onDoubleClick={() => onChange(50)}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="range"
        min={min}
        max={100}
        value={value}
        onChange={(event) => onChange(event.currentTarget.valueAsNumber)}
        onPointerUp={onDone}
        onKeyUp={onDone}
      />
      <output className="photo-number num" htmlFor={id}>
        {value}
      </output>
    </div>
  );
}
