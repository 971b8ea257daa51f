import { useTranslation } from 'react-i18next';
import { clipIdOf } from '../../../../shared/scene/film/clip-id.ts';
import { swapVisual } from '../../../../shared/scene/film/edit-film.ts';
import type { FilmClip } from '../../../../shared/scene/film/film.ts';
import { SelectField } from '../../../ui/select-field.tsx';
import { Switch } from '../../../ui/switch.tsx';
import { ClipCopyRow } from './clip-copy-row.tsx';
import { ClipStrip } from './clip-strip.tsx';
import type { FilmDesk } from './film-desk.ts';
import { FocusPad } from './focus-pad.tsx';
import { SlideField } from './slide-field.tsx';

const speeds = ['0.25', '0.5', '0.75', '1', '1.5', '2', '4'] as const;

/** The clip of the part: which stretch of it is seen, how fast, where its picture is cut, how loud. */
export function ClipRows({ desk, clip }: { desk: FilmDesk; clip: FilmClip }) {
  const { t } = useTranslation('film');
  const { part, document, sources } = desk;
  const found = sources?.clips[clipIdOf(clip)];
  const lengthMs = found?.durationMs ?? clip.fromMs + part.durationMs;
  const set = (next: Partial<FilmClip>, gesture?: string) =>
    document.change((film) => swapVisual(film, part.id, { ...clip, ...next }), gesture);
  const setSteady = (steady: boolean) => {
    const { steady: _before, ...rest } = clip;
    document.change((film) => swapVisual(film, part.id, steady ? { ...rest, steady: true } : rest));
  };
  const speed = String(clip.speed ?? 1);
  return (
    <>
      {found ? <ClipStrip desk={desk} clip={clip} url={found.url} lengthMs={lengthMs} /> : null}
      <SlideField
        label={t('clip.from')}
        value={clip.fromMs / 1000}
        {...{ min: 0, max: Math.max(0.1, (lengthMs - 300) / 1000), step: 0.1 }}
        unit="s"
        onChange={(seconds) => set({ fromMs: Math.round(seconds * 1000) }, `from ${part.id}`)}
        onEnd={document.finish}
      />
      <SelectField
        label={t('clip.speed')}
        value={speeds.find((one) => one === speed) ?? '1'}
        options={speeds.map((value) => ({ value, label: t('clip.times', { speed: value }) }))}
        onChange={(value) => set({ speed: Number(value) })}
      />
      <FocusPad
        assetId={clip.assetId}
        focus={clip.focus}
        onChange={(focus) => set({ focus }, `focus ${part.id}`)}
        onEnd={document.finish}
      />
      <Switch
        checked={clip.volume > 0}
        onChange={(isHeard) => set({ volume: isHeard ? 1 : 0 })}
        label={t('clip.sound')}
      />
      {clip.volume > 0 ? (
        <SlideField
          label={t('clip.volume')}
          value={Math.round(clip.volume * 100)}
          {...{ min: 5, max: 200, step: 5 }}
          unit="%"
          onChange={(value) => set({ volume: value / 100 }, `volume ${part.id}`)}
          onEnd={document.finish}
        />
      ) : null}
      <ClipCopyRow clip={clip} onSteady={setSteady} />
    </>
  );
}
