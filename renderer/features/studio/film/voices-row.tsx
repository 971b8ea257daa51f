import { useQuery } from '@tanstack/react-query';
import { useState, type KeyboardEvent, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { moveVoice, removeVoice, trimVoice } from '../../../../shared/scene/film/edit-voices.ts';
import { partTimes, type FilmVoice } from '../../../../shared/scene/film/film.ts';
import { useFormats } from '../../../link/formats-context.tsx';
import { useApi } from '../../../link/link-provider.tsx';
import { BarEdges, type Edge } from './bar-edges.tsx';
import type { FilmDesk } from './film-desk.ts';
import { followPointer } from './follow-pointer.ts';
import { SoundWave } from './sound-wave.tsx';
import { lanesOf, stackLanes } from './stack-lanes.ts';

const barPx = 30;
export const laneTallPx = 38;
const stepMs = 100;
/** While it is carried it catches cuts and the playhead that are this near. */
const catchPx = 8;

/** The lines that voices take in the timeline. */
export function voiceLinesOf({ document }: FilmDesk): number {
  return lanesOf(stackLanes(document.film.audio.voices));
}

/** Voices and other sounds over the film: pressed to work on one, carried in time, trimmed at its edges. */
export function VoicesRow({ desk, scale }: { desk: FilmDesk; scale: number }) {
  const { t } = useTranslation('film');
  const { voices } = desk.document.film.audio;
  const lanes = stackLanes(voices);
  return (
    <ul
      className="film-lane"
      aria-label={t('time.voices')}
      style={{ height: laneTallPx * lanesOf(lanes) }}
    >
      {voices.map((voice, index) => (
        <Bar
          key={voice.id}
          {...{ desk, scale, voice }}
          number={index + 1}
          topPx={4 + (lanes.get(voice.id) ?? 0) * laneTallPx}
        />
      ))}
    </ul>
  );
}

type BarProps = {
  desk: FilmDesk;
  scale: number;
  voice: FilmVoice;
  number: number;
  topPx: number;
};

function Bar(props: BarProps) {
  const { desk, scale, voice, number, topPx } = props;
  const { t } = useTranslation('film');
  const { locale } = useFormats();
  const api = useApi();
  const [isLifted, setLifted] = useState(false);
  const asset = useQuery(
    api.media.get.queryOptions({ input: { assetId: voice.assetId }, retry: false }),
  );
  const lengthMs = asset.data?.durationMs ?? voice.fromMs + voice.durationMs;
  const isOn = desk.voiceId === voice.id;
  const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  const seconds = (ms: number) => (ms / 1000).toLocaleString(locale, digits);
  const from = { at: seconds(voice.inMs), seconds: seconds(voice.durationMs) };
  const name = t(asset.error ? 'voice.missing' : 'voice.bar', { number, ...from });
  return (
    <li
      className={`film-word film-voice ${isOn ? 'film-voice-on' : ''} ${isLifted ? 'film-part-lifted' : ''} ${asset.error ? 'film-voice-gone' : ''}`}
      style={{
        top: topPx,
        left: voice.inMs * scale,
        width: Math.max(8, voice.durationMs * scale),
      }}
    >
      <button
        type="button"
        aria-pressed={isOn}
        aria-label={name}
        aria-description={t('voice.keys')}
        onClick={() => desk.selectVoice(voice.id)}
        onFocus={() => desk.selectVoice(voice.id)}
        onKeyDown={(event) => pressed(event, desk, voice)}
        onPointerDown={(event) => carry(event, props, setLifted)}
      >
        {asset.error ? (
          <span className="cut">{t('voice.gone')}</span>
        ) : (
          <svg width={voice.durationMs * scale} height={barPx} aria-hidden="true">
            <SoundWave
              source={`asset:${voice.assetId}`}
              fromMs={voice.fromMs}
              lengthMs={voice.durationMs}
              {...{ scale, topPx: 3, tallPx: barPx - 6 }}
            />
          </svg>
        )}
      </button>
      <BarEdges onDraw={(event, edge) => trim(event, edge, props, lengthMs)} />
    </li>
  );
}

function carry(
  event: PointerEvent<HTMLElement>,
  { desk, scale, voice }: BarProps,
  onLift: (isLifted: boolean) => void,
): void {
  const { document } = desk;
  const base = document.current();
  const gesture = `voice ${voice.id} ${event.timeStamp}`;
  const times = partTimes(base);
  const marks = [0, ...times.map(({ endMs }) => endMs), desk.transport.atMs];
  followPointer(event, {
    onMove: (dxPx) => {
      onLift(true);
      const wishedMs = voice.inMs + dxPx / scale;
      const near = marks.find((mark) => Math.abs(mark - wishedMs) * scale <= catchPx);
      document.change(() => moveVoice(base, voice.id, near ?? wishedMs), gesture);
    },
    onEnd: () => {
      onLift(false);
      document.finish();
    },
    onCancel: () => document.change(() => base, gesture),
  });
}

function trim(
  event: PointerEvent<HTMLElement>,
  edge: Edge,
  { desk, scale, voice }: BarProps,
  lengthMs: number,
): void {
  const { document } = desk;
  const base = document.current();
  const gesture = `trim ${voice.id} ${edge} ${event.timeStamp}`;
  desk.selectVoice(voice.id);
  followPointer(event, {
    onMove: (dxPx) =>
      document.change(() => trimVoice(base, voice.id, edge, dxPx / scale, lengthMs), gesture),
    onEnd: document.finish,
    onCancel: () => document.change(() => base, gesture),
  });
}

/** Alt and arrows carry it, Delete takes it out; the film's own keys hold for the rest. */
function pressed(event: KeyboardEvent, desk: FilmDesk, voice: FilmVoice): void {
  const { change } = desk.document;
  const byMs = { ArrowLeft: -stepMs, ArrowRight: stepMs }[event.key];
  if (byMs !== undefined && event.altKey)
    change((film) => moveVoice(film, voice.id, voice.inMs + byMs), `nudge ${voice.id}`);
  else if (event.key === 'Delete' || event.key === 'Backspace') {
    change((film) => removeVoice(film, voice.id));
    desk.selectVoice(undefined);
  } else return;
  event.preventDefault();
}
