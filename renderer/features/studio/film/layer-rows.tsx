import { IconEye, IconEyeOff, IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import {
  changeExtra,
  changeLook,
  removeExtra,
  spreadExtra,
} from '../../../../shared/scene/film/edit-film.ts';
import type { FilmExtra, LayerChange } from '../../../../shared/scene/film/film.ts';
import type { Layer } from '../../../../shared/scene/scene.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Menu } from '../../../ui/menu.tsx';
import { TextButton } from '../../../ui/text-button.tsx';
import type { FilmDesk } from './film-desk.ts';
import { layersOf } from './layers-of.ts';
import { MotionRows } from './motion-rows.tsx';
import { SlideField } from './slide-field.tsx';
import { useAddExtra } from './use-add-extra.ts';

/** The layers of the part, those of the style and those added: hidden, timed, and how they come and go. */
export function LayerRows({ desk }: { desk: FilmDesk }) {
  const { t } = useTranslation('film');
  const add = useAddExtra(desk);
  const { part, layerId, selectLayer, document } = desk;
  return (
    <section className="film-layers" aria-label={t('layers.title')}>
      <h3>
        {t('layers.title')}
        <Menu target={<IconButton label={t('layers.add')} icon={<IconPlus />} />} items={add} />
      </h3>
      <ul>
        {layersOf(desk).map(({ id, layer, extra }) => (
          <li key={id}>
            <span className="film-layer">
              <button
                type="button"
                className="cut"
                aria-pressed={layerId === id}
                onClick={() => selectLayer(layerId === id ? undefined : id)}
              >
                {layerName(layer, t('layers.kind', { context: layer.kind }))}
              </button>
              {extra ? (
                <IconButton
                  label={t('layers.remove')}
                  icon={<IconTrash />}
                  onClick={() => document.change((film) => removeExtra(film, part.id, id))}
                />
              ) : (
                <IconButton
                  label={t(layer.hidden ? 'layers.show' : 'layers.hide')}
                  icon={layer.hidden ? <IconEyeOff /> : <IconEye />}
                  onClick={() =>
                    document.change((film) =>
                      changeLook(film, part.id, id, { hidden: layer.hidden ? undefined : true }),
                    )
                  }
                />
              )}
            </span>
            {layerId === id ? <LayerSettings {...{ desk, id, layer, extra }} /> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function layerName(layer: Layer, kind: string): string {
  const text = 'text' in layer ? layer.text.trim() : '';
  return text ? `${kind} : ${text}` : kind;
}

type Look = { [Key in keyof LayerChange]: LayerChange[Key] | undefined };

function LayerSettings({
  desk,
  id,
  layer,
  extra,
}: {
  desk: FilmDesk;
  id: string;
  layer: Layer;
  extra: FilmExtra | undefined;
}) {
  const { t } = useTranslation('film');
  const { part, document } = desk;
  const now: Look = extra ?? part.changes?.[id] ?? {};
  const set = (next: Look, gesture?: string) =>
    document.change(
      (film) =>
        extra
          ? changeExtra(film, part.id, id, (one) => pruned({ ...one, ...next }))
          : changeLook(film, part.id, id, next),
      gesture,
    );
  const time = (key: 'inMs' | 'outMs', usual: number) => (
    <SlideField
      label={t(`layers.${key}`)}
      value={(now[key] ?? usual) / 1000}
      {...{ min: 0, max: part.durationMs / 1000, step: 0.1 }}
      unit="s"
      onChange={(seconds) => set({ [key]: Math.round(seconds * 1000) }, `${key} ${id}`)}
      onEnd={document.finish}
    />
  );
  const motion = (key: 'comes' | 'goes') => (
    <MotionRows
      label={t(`layers.${key}`)}
      layer={layer}
      motion={now[key]}
      onChange={(next, gesture) => set({ [key]: next }, gesture && `${key} ${gesture} ${id}`)}
      onEnd={document.finish}
    />
  );
  return (
    <div className="film-layer-more">
      {time('inMs', 0)}
      {time('outMs', part.durationMs)}
      {motion('comes')}
      {motion('goes')}
      {extra ? (
        <TextButton
          className="small"
          onClick={() => document.change((film) => spreadExtra(film, part.id, id))}
        >
          {t('layers.everywhere')}
        </TextButton>
      ) : (
        <TextButton className="small" onClick={() => set(untouched)}>
          {t('layers.reset')}
        </TextButton>
      )}
    </div>
  );
}

const untouched: Look = {
  ...{ hidden: undefined, inMs: undefined, outMs: undefined },
  ...{ comes: undefined, goes: undefined, moved: undefined },
};

function pruned(extra: Omit<FilmExtra, keyof LayerChange> & Look): FilmExtra {
  const entries = Object.entries(extra).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as FilmExtra;
}
