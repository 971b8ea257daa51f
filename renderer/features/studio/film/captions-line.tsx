import { IconArrowsJoin, IconCut, IconDots, IconTrash } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import {
  joinCaption,
  removeCaption,
  setCaptionEdge,
  setCaptionText,
  splitCaption,
} from '../../../../shared/scene/film/edit-captions.ts';
import type { Caption } from '../../../../shared/scene/film/film.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Menu } from '../../../ui/menu.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { useClock } from '../use-clock.ts';
import { newCaptionId } from './captions-id.ts';
import type { FilmDesk } from './film-desk.ts';
import { SecondsField } from './seconds-field.tsx';

type Props = { desk: FilmDesk; line: Caption; isLast: boolean };

/** One caption: its words, and its times when it is the one that is worked on. */
export function CaptionLine({ desk, line, isLast }: Props) {
  const { t } = useTranslation('captions');
  const clock = useClock();
  const { document, captionId, transport } = desk;
  const { id, inMs, outMs, text } = line;
  const isOn = captionId === id;
  const place = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (!isOn) return;
    place.current?.scrollIntoView({ block: 'nearest' });
    const area = place.current?.querySelector('textarea');
    if (area?.value === '') area.focus();
  }, [isOn]);
  const pick = () => {
    desk.selectCaption(id);
    const isSeen = transport.atMs >= inMs && transport.atMs < outMs;
    if (!isSeen && !transport.isPlaying) transport.seek(inMs);
  };
  return (
    <li ref={place} className={isOn ? 'film-captions-on' : ''}>
      <span className="film-caption-head">
        <button type="button" className="num small" aria-pressed={isOn} onClick={pick}>
          {clock(inMs)} – {clock(outMs)}
        </button>
        <LineMenu desk={desk} line={line} isLast={isLast} />
      </span>
      <TextArea
        label={t('line.text', { at: clock(inMs) })}
        labelHidden
        rows={2}
        maxLength={500}
        dir="auto"
        value={text}
        placeholder={t('line.write')}
        onFocus={pick}
        onChange={(next) =>
          document.change((film) => setCaptionText(film, id, next), `caption words ${id}`)
        }
        onBlur={document.finish}
      />
      {isOn ? <Times desk={desk} line={line} /> : null}
    </li>
  );
}

function Times({ desk, line }: { desk: FilmDesk; line: Caption }) {
  const { t } = useTranslation('captions');
  const set = (edge: 'in' | 'out') => (atMs: number) =>
    desk.document.change((film) => setCaptionEdge(film, line.id, edge, atMs));
  return (
    <span className="film-caption-times">
      <SecondsField label={t('line.in')} valueMs={line.inMs} onChange={set('in')} />
      <span className="muted" aria-hidden="true">
        –
      </span>
      <SecondsField label={t('line.out')} valueMs={line.outMs} onChange={set('out')} />
    </span>
  );
}

function LineMenu({ desk, line, isLast }: Props) {
  const { t } = useTranslation('captions');
  const { document, transport } = desk;
  const { change } = document;
  const { id, inMs, outMs } = line;
  const isHere = transport.atMs > inMs && transport.atMs < outMs;
  const cutMs = isHere ? transport.atMs : (inMs + outMs) / 2;
  const edge = (which: 'in' | 'out') => () =>
    change((film) => setCaptionEdge(film, id, which, transport.atMs));
  return (
    <Menu
      target={<IconButton label={t('line.more')} icon={<IconDots />} />}
      items={[
        { label: t('line.inHere'), right: 'I', run: edge('in') },
        { label: t('line.outHere'), right: 'O', run: edge('out') },
        {
          label: t('line.split'),
          icon: <IconCut aria-hidden />,
          run: () => change((film) => splitCaption(film, id, cutMs, newCaptionId())),
        },
        ...(isLast
          ? []
          : [
              {
                label: t('line.join'),
                icon: <IconArrowsJoin aria-hidden />,
                run: () => change((film) => joinCaption(film, id)),
              },
            ]),
        'line',
        {
          ...{ label: t('line.remove'), icon: <IconTrash aria-hidden />, danger: true },
          run: () => change((film) => removeCaption(film, id)),
        },
      ]}
    />
  );
}
